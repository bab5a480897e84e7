package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.schedule.Cyclic;
import dev.brisk.schedule.OneCycle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A momentum, or beta1, that runs against the rate. */
@Tag("javac")
class CycledMomentumTest {
  /** Columns x, z, target, as in updates.py. */
  private static final double[][] EXAMPLES = {
    {0.5, -1.0, 0.75}, {1.25, 0.5, -0.5}, {-0.75, 1.5, 2.0}, {2.0, 0.25, 1.0}, {-1.5, -0.5, 0.25}
  };

  private static final String LINEAR =
      """
      @Trainable
      @Optimizer(%s)
      %s
      @SuppressWarnings({"brisk:momentum-overridden", "brisk:lion-rate-high"})
      class %s {
        @Parameter T[] w = {0.8#, -1.2#};
        @Parameter T offset = 0.5#;

        @Loss
        T loss(T x, T z, T target) {
          T error = w[0] * x + w[1] * z + offset - target;
          return error * error / 2;
        }
      }
      """;

  /** A run of cycles.csv, written by cycles.py, with its parameters by the number of updates. */
  record Run(String optimizer, String schedule, String precision, Map<Integer, double[]> goldens) {
    String name() {
      return "Model" + Integer.toHexString((optimizer + schedule).hashCode()) + precision;
    }

    JavaFileObject source() {
      String text =
          LINEAR.formatted(optimizer, "@Schedule(cycleMomentum = true, " + schedule + ")", name());
      return Source.of(name(), Source.inPrecision(text, precision));
    }

    Object[] row(int update) {
      return Arrays.stream(EXAMPLES[update % EXAMPLES.length])
          .mapToObj(x -> precision.equals("double") ? (Object) x : (Object) (float) x)
          .toArray();
    }

    @Override
    public String toString() {
      return optimizer + ", " + schedule + ", " + precision;
    }
  }

  /** In single precision, a parameter near zero keeps the rounding of the values it came from. */
  @ParameterizedTest
  @MethodSource("runs")
  void parametersAreThoseOfPyTorch(Run run) {
    CompiledModel model = CompiledModel.of(Shared.LOADER, "models." + run.name(), "loss");
    int updates = 0;
    for (Map.Entry<Integer, double[]> golden : run.goldens().entrySet()) {
      for (; updates < golden.getKey(); updates++) {
        model.step(run.row(updates));
      }
      double[] actual = model.parameters();
      for (int i = 0; i < actual.length; i++) {
        double size = Math.abs(golden.getValue()[i]);
        assertThat(actual[i])
            .as("parameter %s after %s updates", i, updates)
            .isCloseTo(
                golden.getValue()[i],
                within(
                    run.precision().equals("double") ? 1e-12 * size : 1e-5 * Math.max(size, 0.1)));
      }
    }
  }

  static Stream<Run> runs() {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (String line : Goldens.lines("cycles.csv")) {
      String[] cells = line.split(";");
      for (String precision : List.of("double", "float")) {
        runs.computeIfAbsent(
                cells[0] + cells[1] + precision,
                key -> new Run(cells[0], cells[1], precision, new LinkedHashMap<>()))
            .goldens()
            .put(
                Integer.valueOf(cells[2]),
                Arrays.stream(cells).skip(3).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return runs.values().stream();
  }

  /** Compiled once for all tests. */
  private static final class Shared {
    static final ClassLoader LOADER =
        Source.compiled(runs().map(Run::source).toArray(JavaFileObject[]::new));
  }

  @Test
  void theOptimizersOwnHoldsInAWarmupAndUnderOtherSchedules() {
    CompiledModel model =
        linear(
            "value = Algorithm.SGD, learningRate = 0.05, momentum = 0.5",
            "@Warmup(steps = 3)"
                + " @Schedule(value = Decay.CYCLIC, maxLearningRate = 0.1, stepSizeUp = 3,"
                + " steps = 5, cycleMomentum = true)"
                + " @Schedule(value = Decay.CONSTANT, steps = 4)"
                + " @Schedule(value = Decay.ONE_CYCLE, steps = 10, cycleMomentum = true)");

    followsMomentum(
        model,
        t ->
            t < 3 || (t >= 8 && t < 12)
                ? 0.5
                : t < 8
                    ? Cyclic.triangularMomentum(t - 3, 3, 3)
                    : OneCycle.cosineMomentum(t - 12, 10, 0.3));
  }

  @Test
  void holdsItsLastValuePastTheEnd() {
    CompiledModel model =
        linear(
            "value = Algorithm.SGD, learningRate = 0.05, momentum = 0.9",
            "@Schedule(value = Decay.CYCLIC, maxLearningRate = 0.1, stepSizeUp = 4, steps = 6,"
                + " cycleMomentum = true)");

    followsMomentum(model, t -> Cyclic.triangularMomentum(Math.min(t, 6), 4, 4));
  }

  @Test
  void countsEpochsWhereTheScheduleDoes() {
    CompiledModel model =
        linear(
            "value = Algorithm.SGD, learningRate = 0.05, momentum = 0.9",
            "@Training(epochs = 10, batchSize = 1, examples = 3) @Schedule(value = Decay.CYCLIC,"
                + " maxLearningRate = 0.1, stepSizeUp = 2, interval = Interval.EPOCH,"
                + " cycleMomentum = true)");

    followsMomentum(model, t -> Cyclic.triangularMomentum(t / 3, 2, 2));
  }

  private static CompiledModel linear(String optimizer, String schedules) {
    return Source.model(
        Source.inPrecision(LINEAR.formatted(optimizer, schedules, "Model"), "double"));
  }

  private static void followsMomentum(CompiledModel model, LongToDoubleFunction momentum) {
    double[] expected = model.parameters();
    double[] taken = new double[3];
    for (int t = 0; t < 30; t++) {
      double[] row = EXAMPLES[t % EXAMPLES.length];
      double error = expected[0] * row[0] + expected[1] * row[1] + expected[2] - row[2];
      double rate = model.trainer().learningRate();
      double[] slopes = {error * row[0], error * row[1], error};
      for (int i = 0; i < 3; i++) {
        taken[i] = momentum.applyAsDouble(t) * taken[i] + slopes[i];
        expected[i] -= rate * taken[i];
      }

      model.step(new Object[] {row[0], row[1], row[2]});
      if (t % 3 == 2) {
        model.trainer().endEpoch();
      }

      assertThat(model.parameters()).as("step %d", t).containsExactly(expected, within(1e-12));
    }
  }

  private static final String TABLES =
      """
      @Trainable
      @Optimizer(value = Algorithm.ADAM, learningRate = 0.1)
      @Schedule(value = Decay.ONE_CYCLE, steps = 30, cycleMomentum = true)
      class Model {
        @Sparse @Parameter(shape = {4, 2}, init = Init.XAVIER) double[] flat;
        @Sparse @Parameter(learningRateFactor = 0.5, shape = {4, 2}, init = Init.XAVIER)
        double[][] rows;
        @Parameter(learningRateFactor = 0.25) double offset = 1;

        @Loss
        double loss(int row, double target) {
          double error = offset - target;
          for (int i = 0; i < 2; i++) {
            error += flat[2 * row + i] * rows[row][i];
          }
          return error * error;
        }
      }
      """;

  @Test
  void goesWithRowsAndFactorsOfTheRate() {
    CompiledModel model = Source.model(TABLES);
    double[] expected = model.parameters();
    double[] mean = new double[17];
    double[] square = new double[17];
    for (int t = 0; t < 30; t++) {
      int row = t * t % 4;
      Object[] example = {row, 0.1 * t};
      double[] gradient =
          model.gradient(model.examples(List.<Object[]>of(example)), 0, 1).gradient();
      double beta1 = OneCycle.cosineMomentum(t, 30, 0.3);
      double rate = model.trainer().learningRate() / (1 - Math.pow(beta1, t + 1));
      for (int i = 0; i < 17; i++) {
        if (i == 16 || i / 2 % 4 == row) {
          mean[i] = beta1 * mean[i] + (1 - beta1) * gradient[i];
          square[i] = 0.999 * square[i] + 0.001 * gradient[i] * gradient[i];
          double root = Math.sqrt(square[i] / (1 - Math.pow(0.999, t + 1)));
          double factor = i == 16 ? 0.25 : i < 8 ? 1 : 0.5;
          expected[i] -= factor * rate * mean[i] / (root + 1e-8);
        }
      }

      model.step(example);

      assertThat(model.parameters()).as("step %d", t).containsExactly(expected, within(1e-12));
    }
  }
}
