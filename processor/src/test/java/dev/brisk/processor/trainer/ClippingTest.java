package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteGradientException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Clipped updates against PyTorch's numbers, written by clipping.py, and the steps it refuses. */
@Tag("javac")
final class ClippingTest {
  /** Columns x, z, target, as in clipping.py. */
  private static final double[][] EXAMPLES = {
    {0.5, -1.0, 0.75}, {1.25, 0.5, -0.5}, {-0.75, 1.5, 2.0}, {2.0, 0.25, 1.0}, {-1.5, -0.5, 0.25}
  };

  /** A gradient that is infinite or NaN by one parameter alone, where the loss is finite. */
  private static final String EDGES =
      """
      @Trainable
      @Optimizer(value = Algorithm.ADAM)
      @GradientClipping(%s)
      class Model {
        @Parameter double[] array = {1, 1, 1, 1, 1, 0.5};
        @Parameter double[][] rows = {{1, 1}, {1, 0.5}};
        @Parameter double scalar = 0.5;

        @Loss
        double loss(double a, double r, double s) {
          return Math.sqrt(a * array[5]) + Math.sqrt(r * rows[1][1]) + Math.sqrt(s * scalar);
        }
      }
      """;

  @ParameterizedTest
  @MethodSource("runs")
  void parametersAreThoseOfPyTorch(Run run) {
    CompiledModel model = CompiledModel.of(Shared.LOADER, "models." + run.name(), "loss");
    List<Object[]> rows = Arrays.stream(EXAMPLES).map(run::boxed).toList();
    Object examples = model.examples(rows);
    int done = 0;
    for (Map.Entry<Integer, double[]> golden : run.goldens().entrySet()) {
      for (; done < golden.getKey(); done++) {
        if (run.call().equals("step")) {
          model.step(rows.get(done % EXAMPLES.length));
        } else {
          model.trainBatch(examples, done % 3, done % 3 + 2 + done % 2);
        }
      }
      double[] actual = model.parameters();
      for (int i = 0; i < actual.length; i++) {
        // A parameter near zero keeps the rounding of the values it came from.
        double size = Math.max(Math.abs(golden.getValue()[i]), 0.1);
        double tolerance = (run.isDouble() ? 1e-12 : 1e-5) * size;
        assertThat(actual[i])
            .as("parameter %d after %d updates", i, done)
            .isCloseTo(golden.getValue()[i], within(tolerance));
      }
    }
  }

  @Test
  void whatIsFrozenHasNoShareInTheNorm() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 1)
            @GradientClipping(norm = 1)
            class Model {
              @Parameter(frozen = true) double[] array = {0};
              @Parameter(frozen = true) double scalar = 0;
              @Parameter double[] learnt = {0};

              @Loss
              double loss() {
                return 100 * array[0] + 100 * scalar + 4 * learnt[0];
              }
            }
            """);

    model.step(new Object[] {});

    assertThat(model.parameters()[2]).isCloseTo(-1, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(strings = {"norm = 0.3", "value = 0.1"})
  void rowsThatAreTouchedAreClippedAsTheWholeTable(String clipping) {
    String text =
        """
        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 0.1, momentum = %s)
        @GradientClipping(%s)
        class Model {
          %s @Parameter double[][] table = {{1, 2}, {3, 4}, {5, 6}};
          %3$s @Parameter(shape = {3, 2}, init = Init.CONSTANT, value = 0.5) double[] flat;
          %3$s @Parameter(shape = 3, init = Init.CONSTANT, value = 0.5) double[] bias;

          @Loss
          double loss(int k, double y) {
            double error = table[k][0] * flat[k * 2] - table[k][1] * flat[k * 2 + 1] + bias[k] - y;
            return error * error;
          }
        }
        """;
    // Without momentum the rows that are not touched stay as they are either way; the dense twin
    // has one that adds nothing.
    CompiledModel sparse = Source.model(text.formatted("0", clipping, "@Sparse"));
    CompiledModel dense = Source.model(text.formatted("1e-300", clipping, ""));
    List<Object[]> rows =
        List.of(new Object[] {0, 0.5}, new Object[] {2, -1.0}, new Object[] {0, 3.0});
    for (int n = 0; n < 10; n++) {
      sparse.step(rows.get(n % 3));
      dense.step(rows.get(n % 3));
      sparse.trainBatch(sparse.examples(rows), 0, 3);
      dense.trainBatch(dense.examples(rows), 0, 3);
      assertThat(sparse.parameters()).containsExactly(dense.parameters(), within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "norm = 1, 0, 1, 1, array",
    "norm = 1, 1, 0, 1, rows",
    "norm = 1, 1, 1, 0, scalar",
    "value = 1, 0, 1, 1, array",
    "value = 1, 1, 0, 1, rows",
    "value = 1, 1, 1, 0, scalar",
    "norm = 1e300, 0, 0, 0, array"
  })
  void gradientThatIsNotFiniteIsRefusedAndNamesItsParameter(
      String clipping, double a, double r, double s, String parameter) {
    CompiledModel model = Source.model(EDGES.formatted(clipping));
    CompiledModel untroubled = Source.model(EDGES.formatted(clipping));
    Object[] good = {1.0, 0.5, 2.0};
    Object[] bad = {a, r, s};
    model.step(good);
    untroubled.step(good);
    double[] before = model.parameters();
    Object examples = model.examples(List.of(good, bad));

    for (Runnable call :
        List.<Runnable>of(
            () -> model.step(bad),
            () -> model.trainBatch(examples, 0, 2),
            () -> model.fit(examples, Fit.epochs(1)))) {
      assertThatExceptionOfType(NonFiniteGradientException.class)
          .isThrownBy(call::run)
          .satisfies(refusal -> assertThat(refusal.parameter()).isEqualTo(parameter))
          .satisfies(refusal -> assertThat(refusal.step()).isEqualTo(1))
          .withMessageContaining("no parameter was changed");
    }

    assertThat(model.parameters()).isEqualTo(before);
    assertThat(model.trainer().stepCount()).isEqualTo(1);
    model.step(good);
    untroubled.step(good);
    assertThat(model.parameters()).isEqualTo(untroubled.parameters());
  }

  @Test
  void gradientOfBatchesIsNotClipped() {
    CompiledModel clipped = Source.model(EDGES.formatted("norm = 1e-3"));
    CompiledModel loose = Source.model(EDGES.formatted("norm = 1e3"));
    Object[] example = {1.0, 0.5, 2.0};

    assertThat(clipped.gradient(clipped.examples(List.<Object[]>of(example)), 0, 1).gradient())
        .isEqualTo(loose.gradient(loose.examples(List.<Object[]>of(example)), 0, 1).gradient());
  }

  @Test
  void elementsWhoseSquaresOverflowAreClippedByValue() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.5)
            @GradientClipping(value = 2)
            class Model {
              @Parameter double weight = 0;

              @Loss
              double loss(double x) {
                return weight * x;
              }
            }
            """);
    model.step(new Object[] {-1e200});
    assertThat(model.parameters()).containsExactly(1);
  }

  @Test
  void plainDescentLooksAtItsGradientBeforeItWrites() {
    CompiledModel model =
        Source.model(EDGES.formatted("norm = 1").replace("ADAM", "SGD, learningRate = 0.1"));
    assertThat(Arrays.stream(model.trainer().getClass().getDeclaredMethods()))
        .noneMatch(method -> method.getName().equals("lossAndDescent"));
  }

  /**
   * One run of a model.
   *
   * @param call {@code step} or {@code trainBatch}
   * @param goldens parameters by the number of updates
   */
  record Run(
      String optimizer,
      String clipping,
      String precision,
      String call,
      Map<Integer, double[]> goldens) {
    boolean isDouble() {
      return precision.equals("double");
    }

    Object[] boxed(double[] row) {
      return Arrays.stream(row)
          .mapToObj(value -> isDouble() ? (Object) value : (Object) (float) value)
          .toArray();
    }

    String name() {
      return "Model" + Integer.toHexString((optimizer + clipping + precision).hashCode());
    }

    JavaFileObject source() {
      String text =
          """
          @Trainable
          @Optimizer(%s)
          @GradientClipping(%s)
          class %s {
            @Parameter T[] w = {0.8#, -1.2#};
            @Parameter T[][] rows = {{0.3#, -0.4#}, {0.2#, 0.9#}};
            @Parameter T offset = 0.5#;

            @Loss
            T loss(T x, T z, T target) {
              T product = (x * rows[0][0] + z * rows[0][1]) * (x * rows[1][0] + z * rows[1][1]);
              T error = w[0] * x + w[1] * z + product + offset - target;
              return error * error / 2;
            }
          }
          """
              .formatted(optimizer, clipping, name());
      return Source.of(name(), Source.inPrecision(text, precision));
    }

    @Override
    public String toString() {
      return optimizer + ", " + clipping + ", " + precision + ", " + call;
    }
  }

  /** The runs of clipping.csv. */
  static Stream<Run> runs() {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (String line : Goldens.lines("clipping.csv")) {
      String[] cells = line.split(";");
      runs.computeIfAbsent(
              String.join(";", Arrays.copyOf(cells, 4)),
              key -> new Run(cells[0], cells[1], cells[2], cells[3], new LinkedHashMap<>()))
          .goldens()
          .put(
              Integer.valueOf(cells[4]),
              Arrays.stream(cells).skip(5).mapToDouble(Double::parseDouble).toArray());
    }
    return runs.values().stream();
  }

  /** Compiled once for all tests. */
  private static final class Shared {
    static final ClassLoader LOADER =
        Source.compiled(
            runs()
                .filter(run -> run.call().equals("step"))
                .map(Run::source)
                .toArray(JavaFileObject[]::new));
  }
}
