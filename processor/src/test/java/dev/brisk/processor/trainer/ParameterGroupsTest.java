package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters with a rate, a decay or a stop of their own, against PyTorch's parameter groups. */
@Tag("javac")
class ParameterGroupsTest {
  /** Columns x, z, target, as in updates.py. */
  private static final float[][] EXAMPLES = {
    {0.5f, -1, 0.75f}, {1.25f, 0.5f, -0.5f}, {-0.75f, 1.5f, 2}, {2, 0.25f, 1}, {-1.5f, -0.5f, 0.25f}
  };

  private static final String MODEL =
      """
      @Trainable
      @Optimizer(%s)
      @Schedule(value = Decay.EXPONENTIAL, gamma = 0.95, steps = 100)
      @SuppressWarnings("brisk:weight-decay-coupled")
      class Model {
        @Parameter(%s) T[] w = {0.8#, -1.2#};
        @Parameter(%s) T slope = 0.9#;
        @Parameter(%s) T offset = 0.5#;

        @Loss
        T loss(T x, T z, T target) {
          T error = w[0] * x + w[1] * z * slope + offset - target;
          return error * error / 2;
        }
      }
      """;

  /**
   * A run.
   *
   * @param attributes of the optimizer, w, slope and offset
   * @param goldens parameters by the number of updates
   */
  record Run(
      List<String> attributes, String call, String precision, Map<Integer, double[]> goldens) {
    @Override
    public String toString() {
      return attributes + ", " + precision;
    }
  }

  @ParameterizedTest
  @MethodSource("runs")
  void parametersAreThoseOfPyTorch(Run run) {
    CompiledModel model =
        Source.model(
            Source.inPrecision(MODEL.formatted(run.attributes().toArray()), run.precision()));
    List<Object[]> rows =
        Arrays.stream(EXAMPLES).map(row -> new Object[] {row[0], row[1], row[2]}).toList();
    Object examples = model.examples(rows);
    boolean isDouble = run.precision().equals("double");
    int updates = 0;
    for (Map.Entry<Integer, double[]> golden : run.goldens().entrySet()) {
      for (; updates < golden.getKey(); updates++) {
        if (run.call().equals("step")) {
          model.step(rows.get(updates % 5));
        } else {
          model.trainBatch(examples, updates % 3, updates % 3 + 2 + updates % 2);
        }
      }
      double[] actual = model.parameters();
      for (int i = 0; i < actual.length; i++) {
        double size = Math.abs(golden.getValue()[i]);
        assertThat(actual[i])
            .as("parameter %s after %s updates", i, updates)
            .isCloseTo(
                golden.getValue()[i],
                within(isDouble ? 1e-12 * size : 1e-5 * Math.max(size, 0.01)));
      }
    }
  }

  static Stream<Run> runs() {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (String line : Goldens.lines("groups.csv")) {
      String[] cells = line.split(";");
      for (String precision : List.of("double", "float")) {
        runs.computeIfAbsent(
                String.join(";", Arrays.copyOf(cells, 4)) + precision,
                key ->
                    new Run(
                        List.of(cells).subList(0, 4), cells[4], precision, new LinkedHashMap<>()))
            .goldens()
            .put(
                Integer.valueOf(cells[5]),
                Arrays.stream(cells).skip(6).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return runs.values().stream();
  }

  private static final String TABLES =
      """
      @Trainable
      @Optimizer(%s)
      class Model {
        @Parameter(frozen = true, shape = 2, init = Init.XAVIER) double[] frozen;
        @Sparse @Parameter(learningRateFactor = 0.5, shape = {5, 2}, init = Init.XAVIER)
        double[] flat;
        @Sparse @Parameter(weightDecay = false, shape = {5, 2}, init = Init.XAVIER)
        double[][] rows;
        @Parameter(frozen = true, shape = {2, 2}, init = Init.XAVIER) double[][] still;
        @Parameter(frozen = true) double fixed = 2;
        @Parameter double offset = 1;

        @Loss
        double loss(int row, double target) {
          double error = offset * fixed - target;
          for (int i = 0; i < 2; i++) {
            error += frozen[i] * flat[2 * row + i] * rows[row][i] * still[0][i] * still[1][i];
          }
          return error * error;
        }
      }
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "value = Algorithm.SGD, learningRate = 0.1, weightDecay = 0.01",
        "value = Algorithm.SGD, learningRate = 0.1, momentum = 0.9, weightDecay = 0.01",
        "Algorithm.ADAMW"
      })
  void frozenParametersStayAndHaveAGradientAllTheSame(String optimizer) {
    CompiledModel model = Source.model(TABLES.formatted(optimizer));
    Object[] row = {3, 0.25};
    Object examples = model.examples(List.<Object[]>of(row));
    model.gradientCheck(examples).assertRight();
    double[] before = model.parameters();
    double[] gradient = model.gradient(examples, 0, 1).gradient();

    model.step(row);
    model.trainBatch(examples, 0, 1);

    double[] after = model.parameters();
    for (int i : new int[] {0, 1, 22, 23, 24, 25, 26}) {
      assertThat(after[i]).isEqualTo(before[i]);
      assertThat(gradient[i]).isNotZero();
    }
    for (int i : new int[] {8, 9, 18, 19, 27}) {
      assertThat(after[i]).isNotEqualTo(before[i]);
    }
  }

  @Test
  void frozenParametersHaveNoState() {
    CompiledModel model = Source.model(TABLES.formatted("Algorithm.ADAMW"));

    assertThat(model.trainer().getClass().getDeclaredFields())
        .extracting("name")
        .contains("flatMean", "rowsMean", "scalarsMean")
        .doesNotContain("frozenMean", "stillMean");
  }

  @Test
  void plainDescentInPlaceLeavesThemToo() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter(frozen = true) double[] weights = {1, 2};
              @Parameter(learningRateFactor = 0.5) double offset = 3;

              @Loss
              double loss(double x) {
                return offset * x + weights[0] * weights[1] * x;
              }
            }
            """);

    model.step(new Object[] {2.0});

    assertThat(model.parameters()).containsExactly(1, 2, 3 - 0.5 * 0.1 * 2);
  }

  /** Averages read the array of the scalars, whatever is frozen. */
  @ParameterizedTest
  @ValueSource(strings = {"", "@WeightAveraging(decay = 0.9)"})
  void scalarsThatAreAllFrozenHaveNoState(String averaging) {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.LAMB, learningRate = 0.1)
            @GradientClipping(norm = 1)
            %s
            class Model {
              @Parameter double[] weights = {1, 2};
              @Parameter(frozen = true) double factor = 3;

              @Loss
              double loss(double x) {
                return factor * x * weights[0] * weights[1];
              }
            }
            """
                .formatted(averaging));

    model.step(new Object[] {2.0});

    assertThat(model.parameters()[0]).isNotEqualTo(1);
    assertThat(model.parameters()[2]).isEqualTo(3);
    assertThat(model.trainer().getClass().getDeclaredFields())
        .extracting("name")
        .contains("dScalars")
        .doesNotContain("scalarsMean");
  }
}
