package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.check.Comparison;
import dev.brisk.check.GradientReport;
import dev.brisk.check.Verdict;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models that compute their gradient themselves train as those whose gradient is derived. */
@Tag("javac")
final class HandWrittenGradientTest {
  /** Parameters of every form, in an order that mixes them. */
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(%s)
      @Schedule(value = Decay.EXPONENTIAL, gamma = 0.99)
      class Model {
        @Parameter T offset = 0.25#;
        @Parameter(shape = 3, init = Init.NORMAL, standardDeviation = 0.5) T[] weights;
        @Parameter(shape = {2, 3}, init = Init.XAVIER) T[][] rows;
        @Parameter(init = Init.CONSTANT, value = 0.5) T scale;

        private T predicted(T[] x, int row) {
          T sum = offset;
          for (int i = 0; i < 3; i++) {
            sum += (weights[i] + rows[row][i]) * x[i];
          }
          return sum;
        }

        @Loss
        T loss(@Shape(3) T[] x, int row, T y) {
          T error = scale * predicted(x, row) - y;
          return error * error;
        }

        @Metric
        int sign(T[] x, int row, T y) {
          return predicted(x, row) > 0 ? 1 : -1;
        }
        %s
      }
      """;

  private static final String GRADIENT =
      """

        @Gradient
        T gradient(T[] x, int row, T y, T[] dOffset, T[] dWeights, T[][] dRows, T[] dScale) {
          T predicted = predicted(x, row);
          T error = scale * predicted - y;
          T slope = 2 * error * scale;
          dOffset[0] += slope;
          int i = 0;
          while (i < 3) {
            dWeights[i] += slope * x[i];
            dRows[row][i] += slope * x[i];
            i++;
          }
          dScale[0] += 2 * error * predicted;
          return error * error;
        }
      """;

  static Stream<String> optimizers() {
    return Stream.of(
        "value = Algorithm.SGD, learningRate = 0.05",
        "value = Algorithm.SGD, learningRate = 0.05, momentum = 0.9, nesterov = true",
        "value = Algorithm.ADAM, learningRate = 0.05");
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void trainsAsItsDerivedTwin(String optimizer) {
    CompiledModel own = model("double", optimizer, GRADIENT);
    CompiledModel derived = model("double", optimizer, "");
    List<Object[]> rows = rows(20);
    Object ownExamples = own.examples(rows);
    Object derivedExamples = derived.examples(rows);

    for (int n = 0; n < 20; n++) {
      assertClose(own.step(rows.get(n)), derived.step(rows.get(n)));
      double loss = derived.trainBatch(derivedExamples, n / 2, n + 1);
      assertClose(own.trainBatch(ownExamples, n / 2, n + 1), loss);
      assertClose(own.parameters(), derived.parameters());
    }
    own.fit(ownExamples, Fit.epochs(5).batchSize(3));
    derived.fit(derivedExamples, Fit.epochs(5).batchSize(3));
    assertClose(own.parameters(), derived.parameters());
    assertClose(own.loss(ownExamples), derived.loss(derivedExamples));
    assertThat(own.metric("sign", ownExamples)).isEqualTo(derived.metric("sign", derivedExamples));
    double[] gradient = own.gradient(ownExamples, 3, 10).gradient();
    assertClose(gradient, derived.gradient(derivedExamples, 3, 10).gradient());
  }

  @Test
  void trainsInSinglePrecision() {
    CompiledModel own = model("float", "Algorithm.ADAM", GRADIENT);
    CompiledModel derived = model("float", "Algorithm.ADAM", "");
    List<Object[]> rows = new ArrayList<>();
    for (Object[] row : rows(20)) {
      double[] x = (double[]) row[0];
      float[] single = {(float) x[0], (float) x[1], (float) x[2]};
      rows.add(new Object[] {single, row[1], ((Double) row[2]).floatValue()});
    }

    own.fit(own.examples(rows), Fit.epochs(5).batchSize(3));
    derived.fit(derived.examples(rows), Fit.epochs(5).batchSize(3));

    assertThat(own.parameters()).containsExactly(derived.parameters(), within(1e-5));
    own.gradientCheck(own.examples(rows)).assertRight();
  }

  @Test
  void gradientThatIsRightPassesItsCheck() {
    CompiledModel model = model("double", "Algorithm.ADAM", GRADIENT);
    GradientReport report = model.gradientCheck(model.examples(rows(5)));

    report.assertRight();
    assertThat(report.derivatives()).hasSize(11);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void gradientThatIsWrongIsNamedByItsCheck(
      String precision, String right, String wrong, String name) {
    CompiledModel model = model(precision, "Algorithm.ADAM", GRADIENT.replace(right, wrong));
    List<Object[]> rows = rows(5);
    if (precision.equals("float")) {
      rows =
          List.of(
              new Object[] {new float[] {1, -0.5f, 0.25f}, 1, 0.5f},
              new Object[] {new float[] {0.5f, 1, -1}, 0, -0.25f});
    }
    GradientReport report = model.gradientCheck(model.examples(rows));

    assertThat(report.with(Verdict.WRONG))
        .isNotEmpty()
        .extracting(Comparison::name)
        .allMatch(each -> each.startsWith(name));
  }

  static Stream<Arguments> mistakes() {
    return Stream.of("double", "float")
        .flatMap(
            precision ->
                Stream.of(
                        new String[] {"dOffset[0] += slope", "dOffset[0] -= slope", "offset"},
                        new String[] {"dOffset[0] += slope", "dOffset[0] = slope", "offset"},
                        new String[] {
                          "dWeights[i] += slope", "dWeights[i] += 2 * slope", "weights"
                        },
                        new String[] {"dRows[row][i] += slope", "dRows[row][i] = slope", "rows["},
                        new String[] {"* error * predicted", "* error * (predicted - y)", "scale"})
                    .map(edit -> Arguments.of(precision, edit[0], edit[1], edit[2])));
  }

  @ParameterizedTest
  @MethodSource("optimizers")
  void refusedStepChangesNothing(String optimizer) {
    CompiledModel model = model("double", optimizer, GRADIENT);
    CompiledModel untroubled = model("double", optimizer, GRADIENT);
    List<Object[]> rows = rows(4);
    Object[] infinite = {new double[] {1, Double.POSITIVE_INFINITY, 1}, 0, 1.0};
    Object[] outOfRange = {new double[] {1, 1, 1}, 2, 1.0};
    Object[] tooLong = {new double[4], 0, 1.0};

    for (Object[] row : rows) {
      assertThatExceptionOfType(NonFiniteLossException.class)
          .isThrownBy(() -> model.step(infinite));
      assertThatExceptionOfType(NonFiniteLossException.class)
          .isThrownBy(() -> model.trainBatch(model.examples(List.of(row, infinite)), 0, 2));
      assertThatThrownBy(() -> model.step(outOfRange))
          .isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> model.step(tooLong)).isInstanceOf(IllegalArgumentException.class);
      assertThat(model.step(row)).isEqualTo(untroubled.step(row));
      assertThat(model.parameters()).isEqualTo(untroubled.parameters());
    }
    assertThat(model.trainer().stepCount()).isEqualTo(4);
  }

  @Test
  void bodiesMayBeOfAnyJavaAndNamesOfAnyKind() {
    CompiledModel model =
        Source.model(
            """
            @Trainable
            @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
            class Model {
              @Parameter double scalars = 1;
              @Parameter double share = 2;

              @Loss
              double loss(double model, double dShare, double rate) {
                return java.util.stream.DoubleStream.of(model, dShare, rate).sum() * scalars * share;
              }

              @Gradient
              double slope(double model, double dShare, double rate, double[] a, double[] b) {
                try {
                  double sum = java.util.stream.DoubleStream.of(model, dShare, rate).sum();
                  a[0] += sum * share;
                  b[0] += sum * scalars;
                  return sum * scalars * share;
                } finally {
                  java.util.Objects.requireNonNull(a);
                }
              }
            }
            """);
    Object[] row = {1.0, 2.0, 3.0};
    model.gradientCheck(model.examples(row(row))).assertRight();
    assertThat(model.step(row)).isEqualTo(12);
    assertThat(model.parameters()[0]).isCloseTo(1 - 0.1 * 12, within(1e-12));
    assertThat(model.parameters()[1]).isCloseTo(2 - 0.1 * 6, within(1e-12));
  }

  private static List<Object[]> row(Object[] row) {
    return List.<Object[]>of(row);
  }

  private static CompiledModel model(String precision, String optimizer, String gradient) {
    return Source.model(Source.inPrecision(MODEL.formatted(optimizer, gradient), precision));
  }

  private static List<Object[]> rows(int count) {
    SplittableRandom random = new SplittableRandom(11);
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double[] x = random.doubles(3, -1, 1).toArray();
      rows.add(new Object[] {x, random.nextInt(2), random.nextDouble(-1, 1)});
    }
    return rows;
  }

  private static void assertClose(double value, double expected) {
    assertThat(value).isCloseTo(expected, within(1e-12 * Math.max(1, Math.abs(expected))));
  }

  private static void assertClose(double[] values, double[] expected) {
    assertThat(values).containsExactly(expected, within(1e-12));
  }
}
