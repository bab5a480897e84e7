package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NoMethodBodiesException;
import dev.brisk.runtime.ParameterLayout;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trainers that Brisk writes in Eclipse's compiler, which has no javac trees. */
@Tag("javac")
final class EclipseCompilerTest {
  private static final String HEAD =
      """
      @Trainable
      @Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
      @Warmup(steps = 3)
      @Schedule(value = Decay.CONSTANT, steps = 5)
      @Schedule(value = Decay.EXPONENTIAL, gamma = 0.9)
      @GradientClipping(norm = 0.5)
      @WeightAveraging(decay = 0.9)
      @BatchScaling(baseBatchSize = 8, rule = ScalingRule.SQUARE_ROOT)
      @Training(accumulate = 2)
      public class Model {
        @Parameter(shape = 2, init = Init.NORMAL) double[] w;
        @Parameter final double[] own = {1, 2, 3};
        @Parameter double bias = 0.5;

        @Loss
        double loss(@Shape(2) double[] x, int label, double y) {
          double error = w[0] * x[0] + w[1] * x[1] + own[label] + bias - y;
          return error * error;
        }

        @Metric
        int right(double[] x, int label, double y) {
          return label;
        }

        @Predict
        boolean isMore(double y, double[] x) {
          return w[0] * x[0] > y;
        }

        @Predict
        int count(double[] x) {
          return x.length;
        }

        @Predict
        float[] weighted(double[] x) {
          return new float[] {(float) (w[0] * x[0]), (float) (w[1] * x[1])};
        }
      """;

  private static final JavaFileObject DERIVED =
      Source.of(
          "Model",
          HEAD.replace("@Trainable", "@Trainable(hessian = true, predictor = true)") + "}\n");

  private static final JavaFileObject BY_HAND =
      Source.of(
          "Model",
          HEAD
              + """

                @Gradient
                double gradient(double[] x, int label, double y, double[] dW, double[] dOwn, double[] dBias) {
                  double error = w[0] * x[0] + w[1] * x[1] + own[label] + bias - y;
                  dW[0] += 2 * error * x[0];
                  dW[1] += 2 * error * x[1];
                  dOwn[label] += 2 * error;
                  dBias[0] += 2 * error;
                  return error * error;
                }
              }
              """);

  private static final List<Object[]> ROWS =
      List.of(
          new Object[] {new double[] {1, -1}, 2, 0.5},
          new Object[] {new double[] {0.5, 2}, 0, -1.0},
          new Object[] {new double[] {-1, 0.25}, 1, 0.0});

  @Test
  void modelWithAGradientOfItsOwnTrainsAsWithJavac(@TempDir Path directory) {
    Eclipse eclipse = Eclipse.compiled(BY_HAND, directory);

    assertThat(eclipse.messages()).isEmpty();
    assertThat(eclipse.succeeded()).isTrue();
    CompiledModel model = model(eclipse.classes());
    CompiledModel expected = model(Source.compiled(BY_HAND));
    model.fit(model.examples(ROWS), Fit.epochs(4).batchSize(2));
    expected.fit(expected.examples(ROWS), Fit.epochs(4).batchSize(2));
    assertThat(model.step(ROWS.get(0))).isEqualTo(expected.step(ROWS.get(0)));
    assertThat(model.parameters()).isEqualTo(expected.parameters());
    assertThat(averaged(model)).isEqualTo(averaged(expected));
    assertThat(model.metric("right", model.examples(ROWS))).isEqualTo(1);
    assertThat(model.predict("weighted", model.examples(ROWS)))
        .isEqualTo(expected.predict("weighted", expected.examples(ROWS)));
    model.gradientCheck(model.examples(ROWS)).assertRight();
  }

  private static List<Double> averaged(CompiledModel model) {
    List<Double> average = new ArrayList<>();
    model
        .trainer()
        .withAveragedWeights(() -> Arrays.stream(model.parameters()).forEach(average::add));
    return average;
  }

  @Test
  void derivedModelHasATrainerWithTheWholeApiAndAWarning(@TempDir Path directory)
      throws ClassNotFoundException {
    Eclipse eclipse = Eclipse.compiled(DERIVED, directory);

    assertThat(eclipse.succeeded()).isTrue();
    assertThat(eclipse.messages())
        .singleElement()
        .asString()
        .startsWith("brisk[no-method-bodies]: ")
        .contains("the trainer of `Model` compiles here");
    ClassLoader javac = Source.compiled(DERIVED);
    for (String name :
        List.of("models.ModelTrainer", "models.ModelTrainer$Examples", "models.ModelPredictor")) {
      assertThat(api(eclipse.classes().loadClass(name))).isEqualTo(api(javac.loadClass(name)));
    }
  }

  @Test
  void trainerWithoutBodiesSaysSoWhereItShouldCompute(@TempDir Path directory) {
    CompiledModel model = model(Eclipse.compiled(DERIVED, directory).classes());
    Object examples = model.examples(ROWS);
    double[] before = model.parameters();

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> model.step(ROWS.get(0)),
            () -> model.trainBatch(examples, 0, 2),
            () -> model.loss(examples),
            () -> model.metric("right", examples),
            () -> model.predict("isMore", 1.0, new double[2]),
            () -> model.predict("isMore", examples),
            () -> model.predict("count", new double[2]),
            () -> model.predict("weighted", new double[2]),
            () -> model.predict("weighted", examples),
            () -> model.predict("weighted", new double[2], new float[2]),
            () -> model.gradient(examples, 0, 1),
            () -> model.applyGradient(1, new double[6]),
            () -> model.hessianTimes(examples, new double[6]),
            () -> model.fit(examples, Fit.epochs(1).batchSize(1)))) {
      assertThatExceptionOfType(NoMethodBodiesException.class)
          .isThrownBy(call)
          .withMessageStartingWith("the trainer of models.Model was written by a compiler")
          .withMessageContaining("Build the model with javac");
    }
    assertThat(model.parameters()).isEqualTo(before);
    assertThat(model.trainer().stepCount()).isZero();
  }

  @Test
  void trainerWithoutBodiesDoesWhatNeedsNone(@TempDir Path directory) {
    CompiledModel model = model(Eclipse.compiled(DERIVED, directory).classes());
    CompiledModel expected = model(Source.compiled(DERIVED));

    assertThat(model.parameters()).isEqualTo(expected.parameters());
    assertThat(model.trainer().layout())
        .isEqualTo(expected.trainer().layout())
        .contains(new ParameterLayout("own", 2, List.of(3)));
    assertThat(model.trainer().columns()).isEqualTo(expected.trainer().columns());
    for (int t = 0; t < 8; t++) {
      assertThat(model.trainer().learningRateAt(t)).isEqualTo(expected.trainer().learningRateAt(t));
    }
    ((DoubleTrainer<?>) model.trainer()).setParameters(new double[] {1, 2, 3, 4, 5, 6});
    assertThat(model.parameters()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void schedulesAreReadAsByJavac(@TempDir Path directory) {
    JavaFileObject source =
        Source.of(
            "Model",
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            @Schedule(value = Decay.MULTI_STEP, steps = 10, milestones = {2, 5_000_000_000L})
            @Schedule(value = Decay.MULTI_STEP, steps = 10, milestones = 3, gamma = 0.5)
            @Schedule(value = Decay.ONE_CYCLE, steps = 20, threePhase = true, anneal = Anneal.LINEAR)
            @SuppressWarnings({"brisk:milestone-beyond-run", "brisk:rate-jumps"})
            public class Model {
              @Parameter double p;

              @Loss
              double loss(double x) {
                return p * x;
              }

              @Gradient
              double gradient(double x, double[] dP) {
                dP[0] += x;
                return p * x;
              }
            }
            """);
    CompiledModel model = model(Eclipse.compiled(source, directory).classes());
    CompiledModel expected = model(Source.compiled(source));

    for (int t = 0; t < 50; t++) {
      assertThat(model.trainer().learningRateAt(t)).isEqualTo(expected.trainer().learningRateAt(t));
    }
  }

  @Test
  void problemsOfTheFormAreErrorsThereToo(@TempDir Path directory) {
    Eclipse eclipse =
        Eclipse.compiled(
            Source.of(
                "Model",
                """
                @Trainable
                @Optimizer(value = Algorithm.SGD, learningRate = -1)
                public class Model {
                  @Parameter double p;

                  @Loss
                  double loss(double x) {
                    return p * x;
                  }

                  @Gradient
                  double gradient(double x) {
                    return p * x;
                  }
                }
                """),
            directory);

    assertThat(eclipse.succeeded()).isFalse();
    assertThat(eclipse.messages())
        .singleElement()
        .asString()
        .startsWith("brisk[gradient-signature-differs]: ")
        .contains("Write `double gradient(double x, double[] dP)`");
  }

  private static CompiledModel model(ClassLoader classes) {
    return CompiledModel.of(classes, "models.Model", "loss");
  }

  /** Public constructors and methods, with their types, and the types that the class has. */
  private static Set<String> api(Class<?> type) {
    return Stream.concat(
            Stream.of(type.getGenericSuperclass() + " " + List.of(type.getGenericInterfaces())),
            Stream.<Executable[]>of(type.getDeclaredConstructors(), type.getDeclaredMethods())
                .flatMap(Arrays::stream)
                .filter(member -> Modifier.isPublic(member.getModifiers()))
                .filter(member -> !member.isSynthetic())
                .map(Executable::toGenericString))
        .collect(Collectors.toSet());
  }
}
