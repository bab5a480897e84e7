package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.FloatTrainer;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every generated trainer promises, beside losses, gradients and updates. */
@Tag("javac")
final class TrainerContractTest {
  /** All kinds of parameters, in an order that mixes them. */
  private static final String MIXED =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.1, momentum = 0.5)
      class Model {
        @Parameter double first = 0.5;
        @Parameter(shape = {2, 2}, init = Init.NORMAL, standardDeviation = 0.5) double[] w;
        @Parameter(init = Init.CONSTANT, value = 0.25) double second = 7;
        @Parameter double[] own = {0.1, 0.2, 0.3};
        @Parameter final double[] fixed = {1, 2};

        @Loss
        double loss(@Shape(2) double[] xs, double target) {
          double sum = first + 2 * second + 3 * own[2] + fixed[0] * fixed[1];
          for (int row = 0; row < 2; row++) {
            for (int i = 0; i < 2; i++) {
              sum += w[row * 2 + i] * xs[i] * (row + 1);
            }
          }
          return sum - target;
        }

        @Metric
        double zeta(@Shape(2) double[] xs, double target) {
          return target;
        }

        @Metric
        double alpha(@Shape(2) double[] xs, double target) {
          return xs[0] + xs[1];
        }
      }
      """;

  private static final List<Object[]> MIXED_ROWS =
      List.of(
          new Object[] {new double[] {1, 2}, 3.0},
          new Object[] {new double[] {-1, 0.5}, 1.0},
          new Object[] {new double[] {0.25, -2}, 2.0});

  @Test
  void trainerHasTheVisibilityOfItsModel() throws ReflectiveOperationException {
    String body = " { @Parameter public double p; @Loss public double loss() { return p * p; } }";
    String annotations = "@Trainable @Optimizer(Algorithm.ADAM) ";
    ClassLoader loader =
        Source.compiled(
            Source.of("Open", annotations + "public class Open" + body),
            Source.of("Hidden", annotations + "class Hidden" + body));
    assertThat(loader.loadClass("models.OpenTrainer").getModifiers() & Modifier.PUBLIC).isNotZero();
    assertThat(loader.loadClass("models.HiddenTrainer").getModifiers() & Modifier.PUBLIC).isZero();
  }

  @Test
  void trainerOfANestedModelIsNamedAfterBothClasses() {
    ClassLoader loader =
        Source.compiled(
            Source.of(
                "Outer",
                """
                class Outer {
                  @Trainable
                  @Optimizer(Algorithm.ADAM)
                  static class Inner {
                    @Parameter double p;

                    @Loss
                    double loss() {
                      return p * p;
                    }
                  }
                }
                """));
    CompiledModel model = CompiledModel.of(loader, "models.Outer$Inner", "loss");
    assertThat(model.trainer().getClass().getName()).isEqualTo("models.Outer_InnerTrainer");
  }

  @Test
  void trainerIsOfThePrecisionOfItsParameters() {
    String text =
        """
        @Trainable
        @Optimizer(Algorithm.ADAM)
        class Model {
          @Parameter T p = 1;

          @Loss
          T loss() {
            return p * p;
          }
        }
        """;
    assertThat(Source.model(Source.inPrecision(text, "double")).trainer())
        .isInstanceOf(DoubleTrainer.class)
        .isNotInstanceOf(FloatTrainer.class);
    assertThat(Source.model(Source.inPrecision(text, "float")).trainer())
        .isInstanceOf(FloatTrainer.class)
        .isNotInstanceOf(DoubleTrainer.class);
  }

  @Test
  void firstValuesComeFromTheModelOrItsInit() {
    CompiledModel model = Source.model(MIXED);
    double[] values = model.parameters();
    assertThat(values).hasSize(11);
    assertThat(values[0]).as("scalar without init").isEqualTo(0.5);
    assertThat(Arrays.copyOfRange(values, 1, 5)).as("null array").doesNotContain(0);
    assertThat(values[5]).as("scalar with init").isEqualTo(0.25);
    assertThat(Arrays.copyOfRange(values, 6, 11)).containsExactly(0.1, 0.2, 0.3, 1, 2);
  }

  @Test
  void arrayThatTheModelGivesIsKept() {
    Object model = fresh(MIXED);
    double[] given = {4, 3, 2, 1};
    set(model, "w", given);
    CompiledModel trained = CompiledModel.of(model, "loss");
    assertThat(get(model, "w")).isSameAs(given);
    trained.step(MIXED_ROWS.get(0));
    assertThat(given).containsExactly(3.9, 2.8, 1.8, 0.6);
  }

  @Test
  void arrayOfAnotherLengthThanItsShapeIsRefused() {
    Object model = fresh(MIXED);
    set(model, "w", new double[5]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompiledModel.of(model, "loss"))
        .withMessageContainingAll("w", "5", "4");
  }

  @Test
  void nullArrayWithoutShapeIsRefusedByName() {
    Object model = fresh(MIXED);
    set(model, "own", null);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CompiledModel.of(model, "loss"))
        .withMessageContaining("own is null");
  }

  @Test
  void arrayWithoutShapeKeepsItsLength() {
    Object model = fresh(MIXED);
    set(model, "own", new double[] {1, 2, 3, 4, 5});
    CompiledModel trained = CompiledModel.of(model, "loss");
    trained.step(MIXED_ROWS.get(0));
    assertThat((double[]) get(model, "own")).containsExactly(1, 2, 2.7, 4, 5);
  }

  @Test
  void gradientIsInOrderOfDeclarationAndRowMajor() {
    CompiledModel model = Source.model(MIXED);
    double[] gradient = model.gradient(model.examples(MIXED_ROWS), 0, 1).gradient();
    assertThat(gradient).containsExactly(1, 1, 2, 2, 4, 2, 0, 0, 3, 2, 1);
  }

  @Test
  void gradientRefusesAnArrayOfAnotherLength() {
    CompiledModel model = Source.model(MIXED);
    double[] before = model.parameters();
    Object examples = model.examples(MIXED_ROWS);
    for (int length : new int[] {0, 10, 12}) {
      double[] out = new double[length];
      assertThatIllegalArgumentException()
          .isThrownBy(() -> call(model.trainer(), "gradient", examples, 0, 1, out))
          .withMessageContainingAll("out", Integer.toString(length), "11");
      assertThat(out).isEqualTo(new double[length]);
    }
    assertThat(model.parameters()).isEqualTo(before);
  }

  @Test
  void metricsAreInOrderOfTheSource() {
    CompiledModel model = Source.model(MIXED);
    assertThat(model.trainer().metrics().keySet()).containsExactly("zeta", "alpha");
    Object examples = model.examples(MIXED_ROWS);
    assertThat(model.metric("zeta", examples)).isEqualTo(2);
    assertThat(model.metric("alpha", examples)).isEqualTo((3 - 0.5 - 1.75) / 3);
  }

  @Test
  void examplesRefuseColumnsOfDifferentLength() {
    CompiledModel model = Source.model(MIXED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> examples(model, new double[3][2], new double[4]))
        .withMessageContainingAll("xs", "target", "3", "4");
  }

  @Test
  void examplesRefuseToBeEmpty() {
    CompiledModel model = Source.model(MIXED);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> examples(model, new double[0][], new double[0]))
        .withMessageContaining("no rows");
  }

  @Test
  void examplesRefuseARowOfAnotherWidth() {
    CompiledModel model = Source.model(MIXED);
    double[][] rows = {{1, 2}, {1, 2}, {1, 2, 3}, {1, 2}};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> examples(model, rows, new double[4]))
        .withMessageContainingAll("xs[2]", "length 3", "expected 2");
  }

  @Test
  void batchOutsideTheExamplesIsRefused() {
    CompiledModel model = Source.model(MIXED);
    Object examples = model.examples(MIXED_ROWS);
    double[] before = model.parameters();
    for (int[] range : new int[][] {{-1, 1}, {0, 0}, {2, 1}, {1, 4}}) {
      assertThatExceptionOfType(IndexOutOfBoundsException.class)
          .isThrownBy(() -> model.trainBatch(examples, range[0], range[1]));
    }
    assertThat(model.parameters()).isEqualTo(before);
    assertThat(model.trainer().stepCount()).isZero();
  }

  @Test
  void arrayThatIsReplacedByAnotherOfItsLengthIsUsed() {
    CompiledModel model = Source.model(MIXED);
    double[] other = {1, 1, 1, 1};
    set(model.model(), "w", other);
    model.step(MIXED_ROWS.get(0));
    assertThat(other).containsExactly(0.9, 0.8, 0.8, 0.6);
  }

  @Test
  void arrayThatIsReplacedByAnotherLengthIsRefused() {
    for (double[] other : new double[][] {new double[3], new double[5], null}) {
      CompiledModel model = Source.model(MIXED);
      Object examples = model.examples(MIXED_ROWS);
      set(model.model(), "w", other);
      for (Runnable call :
          List.<Runnable>of(
              () -> model.step(MIXED_ROWS.get(0)),
              () -> model.trainBatch(examples, 0, 2),
              () -> model.loss(examples),
              () -> model.metric("alpha", examples),
              () -> model.fit(examples, Fit.epochs(1)))) {
        assertThatIllegalArgumentException()
            .isThrownBy(call::run)
            .withMessageContaining("parameter w");
      }
      assertThat(get(model.model(), "first")).isEqualTo(0.5);
      assertThat(model.trainer().stepCount()).isZero();
    }
  }

  @Test
  void constructorWithoutSeedHasSeedZero() {
    double[] plain = CompiledModel.of(fresh(MIXED), "loss").parameters();
    assertThat(CompiledModel.of(fresh(MIXED), "loss", 0).parameters()).isEqualTo(plain);
    assertThat(CompiledModel.of(fresh(MIXED), "loss", 1).parameters()).isNotEqualTo(plain);
  }

  @Test
  void seedDecidesEveryBitOfAFit() {
    assertThat(fitted(5)).isEqualTo(fitted(5)).isNotEqualTo(fitted(6));
  }

  /** From first values that no seed changes: only the order of the examples does. */
  private static double[] fitted(long seed) {
    Object model =
        fresh(
            """
            @Trainable
            @Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
            class Model {
              @Parameter double slope;
              @Parameter double offset;

              @Loss
              double loss(double x, double y) {
                return Losses.squared(slope * x + offset, y);
              }
            }
            """);
    CompiledModel trained = CompiledModel.of(model, "loss", seed);
    double[] x = {0, 1, 2, 3, 4, 5, 6};
    double[] y = {1, 0, 3, -2, 4, 2, 0};
    trained.fit(examples(trained, x, y), Fit.epochs(3).batchSize(2));
    return trained.parameters();
  }

  @Test
  void lossWithoutArgumentsHasOneExample() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.25)
            class Model {
              @Parameter double p = 3;

              @Loss
              double loss() {
                return p * p;
              }
            }
            """);
    Examples<?> examples = (Examples<?>) examples(model);
    assertThat(examples.size()).isEqualTo(1);
    var report = model.fit(examples, Fit.epochs(4));
    assertThat(report.steps()).isEqualTo(4);
    assertThat(report.epochs())
        .extracting("trainLoss")
        .containsExactly(9.0, 2.25, 0.5625, 0.140625);
    assertThat(model.parameters()).containsExactly(3.0 / 16);
  }

  @Test
  void fitReportsEveryEpoch() {
    CompiledModel model = Source.model(MIXED);
    Object examples = model.examples(MIXED_ROWS);
    var held = (Examples<?>) examples;
    var report = model.fit(examples, Fit.epochs(2).batchSize(2).validation(held));
    assertThat(report.epochs()).extracting("epoch").containsExactly(1, 2);
    assertThat(report.epochs()).extracting("steps").containsExactly(2L, 4L);
    assertThat(report.last().validationLoss()).hasValue(model.loss(examples));
    assertThat(report.last().validationMetrics().keySet()).containsExactly("zeta", "alpha");
    assertThat(model.fit(examples, Fit.epochs(1)).epochs()).hasSize(3);
  }

  private static Object fresh(String text) {
    return CompiledModel.object(Source.compiled(Source.of("Model", text)), "models.Model");
  }

  private static Object examples(CompiledModel model, Object... columns) {
    return call(model.trainer(), "examples", columns);
  }

  private static Object call(Object receiver, String name, Object... arguments) {
    try {
      Method method =
          Arrays.stream(receiver.getClass().getDeclaredMethods())
              .filter(candidate -> candidate.getName().equals(name) && !candidate.isBridge())
              .findFirst()
              .orElseThrow();
      method.setAccessible(true);
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw (RuntimeException) e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Field field(Object model, String name) throws NoSuchFieldException {
    Field field = model.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static void set(Object model, String name, Object value) {
    try {
      field(model, name).set(model, value);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object get(Object model, String name) {
    try {
      return field(model, name).get(model);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
