package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated updates against PyTorch's numbers in double precision, written by updates.py, and
 * against a plain reference.
 */
@Tag("javac")
final class UpdateRulesTest {
  /** Columns x, z, target, as in updates.py. */
  private static final double[][] EXAMPLES = {
    {0.5, -1.0, 0.75}, {1.25, 0.5, -0.5}, {-0.75, 1.5, 2.0}, {2.0, 0.25, 1.0}, {-1.5, -0.5, 0.25}
  };

  @ParameterizedTest
  @MethodSource("runs")
  void parametersAreThoseOfPyTorch(Run run) {
    run.check((updates, actual) -> assertAgree(run, updates, actual, run.goldens().get(updates)));
  }

  @ParameterizedTest
  @MethodSource("plainRuns")
  void parametersAreThoseOfThePlainReference(Run run) {
    UpdateRule.Batches batches =
        update -> Arrays.copyOfRange(EXAMPLES, run.from(update), run.to(update));
    run.check(
        (updates, actual) -> assertAgree(run, updates, actual, run.rule().after(updates, batches)));
  }

  /** In single precision, a parameter near zero keeps the rounding of the values it came from. */
  private static void assertAgree(Run run, int updates, double[] actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      double size = Math.abs(expected[i]);
      double tolerance = run.isDouble() ? 1e-12 * size : 1e-5 * Math.max(size, 0.01);
      assertThat(actual[i])
          .as("parameter %d after %d updates", i, updates)
          .isCloseTo(expected[i], within(tolerance));
    }
  }

  /**
   * One run of a model.
   *
   * @param call {@code step} or {@code trainBatch}
   * @param goldens parameters by the number of updates
   */
  record Run(UpdateRule rule, String precision, String call, Map<Integer, double[]> goldens) {
    boolean isDouble() {
      return precision.equals("double");
    }

    int from(int update) {
      return call.equals("step") ? update % EXAMPLES.length : update % 3;
    }

    int to(int update) {
      return from(update) + (call.equals("step") ? 1 : 2 + update % 2);
    }

    void check(Checked checked) {
      CompiledModel model = CompiledModel.of(Shared.LOADER, "models." + name(), "loss");
      List<Object[]> rows = Arrays.stream(EXAMPLES).map(this::boxed).toList();
      Object examples = model.examples(rows);
      int updates = 0;
      for (int checkedAfter : goldens.keySet()) {
        for (; updates < checkedAfter; updates++) {
          if (call.equals("step")) {
            model.step(rows.get(from(updates)));
          } else {
            model.trainBatch(examples, from(updates), to(updates));
          }
        }
        checked.after(updates, model.parameters());
      }
    }

    private Object[] boxed(double[] row) {
      return Arrays.stream(row)
          .mapToObj(value -> isDouble() ? (Object) value : (Object) (float) value)
          .toArray();
    }

    String name() {
      return "Model" + Integer.toHexString(rule.hashCode()) + precision;
    }

    JavaFileObject source() {
      String text =
          """
          @Trainable
          @Optimizer(%s)
          @Schedule(value = Decay.EXPONENTIAL, gamma = %s, steps = 100)
          @SuppressWarnings({
            "brisk:weight-decay-coupled",
            "brisk:lion-rate-high",
            "brisk:trust-without-decay"
          })
          class %s {
            @Parameter T[] w = {0.8#, -1.2#};
            @Parameter T offset = 0.5#;

            @Loss
            T loss(T x, T z, T target) {
              T error = w[0] * x + w[1] * z + offset - target;
              return error * error / 2;
            }
          }
          """
              .formatted(rule.optimizer(), rule.gamma(), name());
      return Source.of(name(), Source.inPrecision(text, precision));
    }

    @Override
    public String toString() {
      return rule.optimizer() + ", gamma " + rule.gamma() + ", " + precision + ", " + call;
    }
  }

  private interface Checked {
    void after(int updates, double[] parameters);
  }

  /** The runs of updates.csv. */
  static Stream<Run> runs() {
    Map<String, Run> runs = new LinkedHashMap<>();
    for (String line : Goldens.lines("updates.csv")) {
      String[] cells = line.split(";");
      UpdateRule rule = new UpdateRule(cells[0], Double.parseDouble(cells[1]));
      for (String precision : List.of("double", "float")) {
        runs.computeIfAbsent(
                String.join(";", cells[0], cells[1], cells[2], precision),
                key -> new Run(rule, precision, cells[2], new LinkedHashMap<>()))
            .goldens()
            .put(
                Integer.valueOf(cells[3]),
                Arrays.stream(cells).skip(4).mapToDouble(Double::parseDouble).toArray());
      }
    }
    return runs.values().stream();
  }

  static Stream<Run> plainRuns() {
    return runs().filter(run -> run.rule().isKnown());
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
