package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that stands around an update, together; compiled without a warning. */
@Tag("javac")
final class AroundUpdateTest {
  private static final List<String> CLIPPINGS =
      List.of("", "@GradientClipping(norm = 0.3)", "@GradientClipping(value = 0.1)");
  private static final List<String> AVERAGINGS =
      List.of(
          "",
          "@WeightAveraging(decay = 0.8)",
          "@WeightAveraging(value = Averaging.SWA, start = 3)");
  private static final List<String> RUNS =
      List.of(
          "",
          "@Training(epochs = 4, batchSize = 2, accumulate = 2, examples = 12)"
              + " @BatchScaling(baseBatchSize = 2, rule = ScalingRule.SQUARE_ROOT)");

  /** Fields and arguments have names that the trainer would like for itself. */
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.SGD, learningRate = 0.05, momentum = 0.5)
      %s
      class %s {
        @Parameter T scale = 0.5#;
        @Parameter(shape = 3, init = Init.NORMAL, standardDeviation = 0.5) T[] scalars;
        @Parameter(shape = {2, 3}, init = Init.XAVIER) T[][] average;
        @Parameter(init = Init.CONSTANT, value = 0.25) T n;

        private T squares(T[] from, int row) {
          T sum = n;
          for (int i = 0; i < 3; i++) {
            sum += (scalars[i] + average[row][i]) * from[i];
          }
          return sum;
        }

        @Loss
        T loss(@Shape(3) T[] from, int row, T kept) {
          T error = scale * squares(from, row) - kept;
          return error * error;
        }

        @Metric
        T clip(T[] from, int row, T kept) {
          return squares(from, row);
        }
        %s
      }
      """;

  private static final String GRADIENT =
      """

        @Gradient
        T gradient(T[] from, int row, T kept, T[] dScale, T[] dScalars, T[][] dAverage, T[] dN) {
          T predicted = squares(from, row);
          T error = scale * predicted - kept;
          T slope = 2 * error * scale;
          dN[0] += slope;
          for (int i = 0; i < 3; i++) {
            dScalars[i] += slope * from[i];
            dAverage[row][i] += slope * from[i];
          }
          dScale[0] += 2 * error * predicted;
          return error * error;
        }
      """;

  /** A configuration. */
  record Around(String annotations, String precision) {
    boolean isDouble() {
      return precision.equals("double");
    }

    String name(String kind) {
      return kind + Integer.toHexString(hashCode());
    }

    JavaFileObject source(String kind, String gradient) {
      String text = MODEL.formatted(annotations, name(kind), gradient);
      return Source.of(name(kind), Source.inPrecision(text, precision));
    }

    CompiledModel model(String kind) {
      return CompiledModel.of(Shared.LOADER, "models." + name(kind), "loss");
    }
  }

  static Stream<Around> all() {
    List<Around> all = new ArrayList<>();
    for (String clipping : CLIPPINGS) {
      for (String averaging : AVERAGINGS) {
        for (String run : RUNS) {
          for (String precision : List.of("double", "float")) {
            all.add(new Around(String.join(" ", clipping, averaging, run), precision));
          }
        }
      }
    }
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("all")
  void trainsAModelWithItsOwnGradientAsItsDerivedTwin(Around around) {
    CompiledModel derived = around.model("Derived");
    CompiledModel byHand = around.model("ByHand");
    List<Object[]> rows = rows(around);
    byHand.parameters(derived.parameters());

    for (CompiledModel model : List.of(derived, byHand)) {
      for (int n = 0; n < 5; n++) {
        model.step(rows.get(n));
        model.trainBatch(model.examples(rows), n, 2 * n + 1);
      }
      model.fit(model.examples(rows), Fit.epochs(4).batchSize(2));
    }

    double tolerance = around.isDouble() ? 1e-13 : 1e-5;
    assertThat(byHand.parameters()).containsExactly(derived.parameters(), within(tolerance));
    assertThat(average(byHand)).containsExactly(average(derived), within(tolerance));
    byHand.gradientCheck(byHand.examples(rows)).assertRight();
  }

  private static double[] average(CompiledModel model) {
    List<double[]> seen = new ArrayList<>();
    model.trainer().withAveragedWeights(() -> seen.add(model.parameters()));
    return seen.get(0);
  }

  private static List<Object[]> rows(Around around) {
    SplittableRandom random = new SplittableRandom(9);
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      double[] x = random.doubles(3, -1, 1).toArray();
      float[] single = {(float) x[0], (float) x[1], (float) x[2]};
      double y = random.nextDouble();
      rows.add(
          around.isDouble() ? new Object[] {x, n % 2, y} : new Object[] {single, n % 2, (float) y});
    }
    return rows;
  }

  /** Compiled once for all tests. */
  private static final class Shared {
    static final ClassLoader LOADER =
        Source.compiled(
            all()
                .flatMap(
                    around ->
                        Stream.of(around.source("Derived", ""), around.source("ByHand", GRADIENT)))
                .toArray(JavaFileObject[]::new));
  }
}
