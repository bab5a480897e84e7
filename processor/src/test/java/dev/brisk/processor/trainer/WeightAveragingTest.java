package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Averages of weights against a plain reference, and the weights that must survive them. */
@Tag("javac")
final class WeightAveragingTest {
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.ADAM, learningRate = 0.05)
      %s
      class Model {
        @Parameter(shape = 3, init = Init.NORMAL, standardDeviation = 0.5) T[] weights;
        @Parameter(shape = {2, 3}, init = Init.XAVIER) T[][] rows;
        @Parameter T scale = 0.5#;
        @Parameter T offset = 0.25#;

        T predicted(T[] x, int row) {
          T sum = offset;
          for (int i = 0; i < 3; i++) {
            sum += (weights[i] + rows[row][i]) * x[i];
          }
          return scale * sum;
        }

        @Loss
        T loss(@Shape(3) T[] x, int row, T y) {
          T error = predicted(x, row) - y;
          return error * error;
        }

        @Metric
        double value(T[] x, int row, T y) {
          return predicted(x, row);
        }
      }
      """;

  private final SplittableRandom random = new SplittableRandom(5);

  private static CompiledModel model(String averaging) {
    return model(averaging, "double");
  }

  private static CompiledModel model(String averaging, String precision) {
    return Source.model(Source.inPrecision(MODEL.formatted(averaging), precision));
  }

  private List<Object[]> rows(String precision, int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double[] x = random.doubles(3, -1, 1).toArray();
      float[] single = {(float) x[0], (float) x[1], (float) x[2]};
      boolean isDouble = precision.equals("double");
      rows.add(
          isDouble
              ? new Object[] {x, n % 2, random.nextDouble()}
              : new Object[] {single, n % 2, (float) random.nextDouble()});
    }
    return rows;
  }

  /** What the model holds within the scope. */
  private static double[] average(CompiledModel model) {
    List<double[]> seen = new ArrayList<>();
    model.trainer().withAveragedWeights(() -> seen.add(model.parameters()));
    return seen.get(0);
  }

  @ParameterizedTest
  @CsvSource({"double, 0.9, 0", "double, 0.999, 7", "float, 0.9, 0", "double, 0.999, 0"})
  void exponentialAverageCopiesTheFirstUpdateAndThenFades(
      String precision, double decay, int start) {
    String averaging = "@WeightAveraging(decay = " + decay + ", start = " + start + ")";
    CompiledModel model = model(averaging, precision);
    List<Object[]> rows = rows(precision, 8);
    double[] expected = new double[0];
    for (int t = 1; t <= 60; t++) {
      train(model, rows, t);
      double[] weights = model.parameters();
      if (t == start + 1) {
        expected = weights;
      } else if (t > start) {
        for (int i = 0; i < weights.length; i++) {
          expected[i] = decay * expected[i] + (1 - decay) * weights[i];
        }
      }
      double tolerance = precision.equals("double") ? 1e-14 : 1e-5;
      assertThat(average(model)).containsExactly(t > start ? expected : weights, within(tolerance));
      assertThat(model.parameters()).isEqualTo(weights);
    }
  }

  @ParameterizedTest
  @CsvSource({"double, 0", "double, 13", "float, 13"})
  void equalAverageIsTheMeanOfTheWeightsSinceItsStart(String precision, int start) {
    CompiledModel model =
        model("@WeightAveraging(value = Averaging.SWA, start = " + start + ")", precision);
    List<Object[]> rows = rows(precision, 8);
    double[] sum = new double[11];
    for (int t = 1; t <= 60; t++) {
      train(model, rows, t);
      double[] weights = model.parameters();
      if (t > start) {
        double[] mean = new double[11];
        for (int i = 0; i < 11; i++) {
          sum[i] += weights[i];
          mean[i] = sum[i] / (t - start);
        }
        double tolerance = precision.equals("double") ? 1e-14 : 1e-5;
        assertThat(average(model)).containsExactly(mean, within(tolerance));
      }
    }
  }

  private static void train(CompiledModel model, List<Object[]> rows, int t) {
    if (t % 2 == 0) {
      model.step(rows.get(t % rows.size()));
    } else {
      model.trainBatch(model.examples(rows), t % 4, 4 + t % 4);
    }
  }

  @Test
  void whatIsFrozenIsNotAveraged() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            @WeightAveraging(decay = 0.9)
            class Model {
              @Parameter(frozen = true) double[] array = {0.1, 0.7};
              @Parameter(frozen = true) double scalar = 0.3;
              @Parameter double learnt = 1;

              @Loss
              double loss(double x) {
                double error = learnt * x + array[0] + scalar;
                return error * error;
              }
            }
            """);
    for (int n = 0; n < 20; n++) {
      model.step(new Object[] {0.5 + n});
    }

    model
        .trainer()
        .withAveragedWeights(
            () -> assertThat(Arrays.copyOf(model.parameters(), 3)).containsExactly(0.1, 0.7, 0.3));
  }

  @Test
  void trainingDoesNotSeeTheAverage() {
    CompiledModel averaged = model("@WeightAveraging(decay = 0.5)");
    CompiledModel plain = model("");
    List<Object[]> rows = rows("double", 12);
    Fit options = Fit.epochs(4).batchSize(5);

    averaged.fit(
        averaged.examples(rows), options.validation((Examples<?>) averaged.examples(rows)));
    plain.fit(plain.examples(rows), options);

    assertThat(averaged.parameters()).isEqualTo(plain.parameters());
    assertThat(average(averaged)).isNotEqualTo(averaged.parameters());
  }

  @Test
  void fitValidatesByTheAverageAndLeavesTheWeights() {
    CompiledModel model = model("@WeightAveraging(decay = 0.9)");
    List<Object[]> rows = rows("double", 12);
    Object held = model.examples(rows.subList(0, 5));
    List<double[]> inListener = new ArrayList<>();

    Epoch last =
        model
            .fit(
                model.examples(rows),
                Fit.epochs(6)
                    .batchSize(4)
                    .validation((Examples<?>) held)
                    .onEpoch(epoch -> inListener.add(model.parameters())))
            .last();

    assertThat(model.loss(held)).isNotEqualTo(last.validationLoss().orElseThrow());
    assertThat(inListener.get(5)).isEqualTo(model.parameters());
    model
        .trainer()
        .withAveragedWeights(
            () -> {
              assertThat(last.validationLoss()).hasValue(model.loss(held));
              assertThat(last.validationMetrics())
                  .containsEntry("value", model.metric("value", held));
            });
  }

  @Test
  void weightsComeBackWhateverIsThrown() {
    CompiledModel model = model("@WeightAveraging(decay = 0.9)");
    List<Object[]> rows = rows("double", 4);
    rows.forEach(model::step);
    double[] weights = model.parameters();
    double[] average = average(model);

    assertThatThrownBy(
            () ->
                model
                    .trainer()
                    .withAveragedWeights(
                        () -> {
                          throw new IllegalArgumentException("on purpose");
                        }))
        .hasMessage("on purpose");

    assertThat(model.parameters()).isEqualTo(weights);
    assertThat(average(model)).isEqualTo(average);
    model.step(rows.get(0));
  }

  @Test
  void updatesOfTheAverageAreRefused() {
    CompiledModel model = model("@WeightAveraging(decay = 0.9)");
    List<Object[]> rows = rows("double", 4);
    Object examples = model.examples(rows);
    rows.forEach(model::step);
    double[] weights = model.parameters();
    double[] average = average(model);

    model
        .trainer()
        .withAveragedWeights(
            () -> {
              for (Runnable call :
                  List.<Runnable>of(
                      () -> model.step(rows.get(0)),
                      () -> model.trainBatch(examples, 0, 2),
                      () -> model.fit(examples, Fit.epochs(1)))) {
                assertThatIllegalStateException()
                    .isThrownBy(call::run)
                    .withMessageContaining("withAveragedWeights");
              }
            });

    assertThat(model.parameters()).isEqualTo(weights);
    assertThat(average(model)).isEqualTo(average);
    assertThat(model.trainer().stepCount()).isEqualTo(4);
  }

  @Test
  void aScopeWithinAScopeSeesTheSameAverage() {
    CompiledModel model = model("@WeightAveraging(decay = 0.9)");
    rows("double", 4).forEach(model::step);
    double[] weights = model.parameters();
    double[] average = average(model);

    model
        .trainer()
        .withAveragedWeights(
            () -> {
              assertThat(average(model)).isEqualTo(average);
              assertThat(model.parameters()).isEqualTo(average);
            });

    assertThat(model.parameters()).isEqualTo(weights);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@WeightAveraging(start = 100)"})
  void withoutAnAverageTheWeightsAreTakenAsTheyAre(String averaging) {
    CompiledModel model = model(averaging);
    rows("double", 4).forEach(model::step);

    assertThat(average(model)).isEqualTo(model.parameters());
  }

  @Test
  void theAverageCanBeKeptForGood() {
    CompiledModel model = model("@WeightAveraging(decay = 0.9)");
    rows("double", 4).forEach(model::step);
    double[] average = new double[11];
    DoubleTrainer<?> trainer = (DoubleTrainer<?>) model.trainer();

    trainer.withAveragedWeights(() -> trainer.parameters(average));
    trainer.setParameters(average);

    assertThat(model.parameters()).isEqualTo(average).isEqualTo(average(model));
  }

  @Test
  void anArrayOfAnotherLengthWithinTheScopeLosesNoWeight() throws ReflectiveOperationException {
    CompiledModel model = model("@WeightAveraging(decay = 0.9)");
    List<Object[]> rows = rows("double", 4);
    rows.forEach(model::step);
    double[] trained = model.parameters();
    Field weights = model.model().getClass().getDeclaredField("weights");
    weights.setAccessible(true);

    assertThatThrownBy(
            () ->
                model
                    .trainer()
                    .withAveragedWeights(() -> set(weights, model.model(), new double[2])))
        .hasMessageContainingAll("weights", "2", "3");

    assertThatIllegalStateException().isThrownBy(() -> model.step(rows.get(0)));
    set(weights, model.model(), new double[3]);
    model.trainer().withAveragedWeights(() -> {});
    assertThat(model.parameters()).isEqualTo(trained);
    model.step(rows.get(0));
  }

  private static void set(Field field, Object object, Object value) {
    try {
      field.set(object, value);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void plainDescentAveragesRowsThatNoExampleTouches() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            @WeightAveraging(decay = 0.5)
            class Model {
              @Parameter(shape = 3) double[] table;

              @Loss
              double loss(int k, double y) {
                double error = table[k] - y;
                return error * error / 2;
              }
            }
            """);
    model.step(new Object[] {0, 10.0});
    model.step(new Object[] {2, 10.0});
    model.step(new Object[] {0, 10.0});

    assertThat(model.parameters()).containsExactly(new double[] {1.9, 0, 1}, within(1e-15));
    assertThat(average(model))
        .containsExactly(new double[] {(1 + 1.9) / 2, 0, 0.75}, within(1e-15));
  }
}
