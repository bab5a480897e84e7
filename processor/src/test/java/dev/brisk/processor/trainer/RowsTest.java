package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.processor.oracle.Compilations;
import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.oracle.GeneratedClasses;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A model with arrays of rows is the same as one that holds the rows in a flat array. */
@Tag("javac")
class RowsTest {
  private static final ClassLoader CLASSES =
      new GeneratedClasses(
          Compilations.compile(
              Stream.of("SGD", "ADAM")
                  .flatMap(
                      algorithm ->
                          Stream.of(
                              Source.of("Flat" + algorithm, flat(algorithm)),
                              Source.of("Rows" + algorithm, rows(algorithm))))
                  .toList()));

  private static String head(String algorithm, String kind) {
    return """
    @Trainable
    @Optimizer(value = Algorithm.%1$s, learningRate = 0.1)
    class %2$s%1$s {
    """
        .formatted(algorithm, kind);
  }

  private static String flat(String algorithm) {
    return head(algorithm, "Flat")
        + """
          @Parameter(shape = {3, 4}, init = Init.HE) double[] hidden;
          @Parameter(shape = {2, 3}, init = Init.NORMAL, standardDeviation = 1) double[] out;
          @Parameter double scale = 1;

          @Loss
          double loss(@Shape({2, 4}) double[] x, int label) {
            double[] scores = new double[2];
            for (int step = 0; step < 2; step++) {
              for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int i = 0; i < 4; i++) {
                  sum += hidden[j * 4 + i] * x[step * 4 + i];
                }
                for (int k = 0; k < 2; k++) {
                  scores[k] += out[k * 3 + j] * Math.tanh(sum) * scale;
                }
              }
            }
            return Losses.softmaxCrossEntropy(scores, label);
          }
        }
        """;
  }

  private static String rows(String algorithm) {
    return head(algorithm, "Rows")
        + """
          @Parameter(shape = {3, 4}, init = Init.HE) double[][] hidden;
          @Parameter(shape = {2, 3}, init = Init.NORMAL, standardDeviation = 1) double[][] out;
          @Parameter double scale = 1;

          @Loss
          double loss(@Shape({2, 4}) double[][] x, int label) {
            double[][] scores = new double[1][2];
            for (double[] row : x) {
              for (int j = 0; j < hidden.length; j++) {
                double[] weights = hidden[j];
                double sum = 0;
                for (int i = 0; i < row.length; i++) {
                  sum += weights[i] * row[i];
                }
                for (int k = 0; k < out.length; k++) {
                  scores[0][k] += out[k][j] * Math.tanh(sum) * scale;
                }
              }
            }
            return Losses.softmaxCrossEntropy(scores[0], label);
          }
        }
        """;
  }

  private static Object[] flatExample(SplittableRandom random) {
    return new Object[] {random.doubles(8, -1, 1).toArray(), random.nextInt(2)};
  }

  private static Object[] rowsOf(Object[] flat) {
    double[] values = (double[]) flat[0];
    double[][] rows = new double[2][4];
    for (int i = 0; i < 8; i++) {
      rows[i / 4][i % 4] = values[i];
    }
    return new Object[] {rows, flat[1]};
  }

  private static CompiledModel model(String name) {
    return CompiledModel.of(CompiledModel.object(CLASSES, "models." + name), "loss", 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"SGD", "ADAM"})
  void startLearnAndEndAsAFlatArrayDoes(String algorithm) {
    CompiledModel flat = model("Flat" + algorithm);
    CompiledModel rows = model("Rows" + algorithm);
    assertThat(rows.parameters()).isEqualTo(flat.parameters());

    SplittableRandom random = new SplittableRandom(3);
    List<Object[]> flatExamples = new ArrayList<>();
    List<Object[]> rowsExamples = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      flatExamples.add(flatExample(random));
      rowsExamples.add(rowsOf(flatExamples.get(n)));
    }
    Object ofFlat = flat.examples(flatExamples);
    Object ofRows = rows.examples(rowsExamples);
    assertThat(rows.gradient(ofRows, 1, 5))
        .usingRecursiveComparison()
        .isEqualTo(flat.gradient(ofFlat, 1, 5));
    for (int n = 0; n < 6; n++) {
      assertThat(rows.step(rowsExamples.get(n))).isEqualTo(flat.step(flatExamples.get(n)));
      assertThat(rows.trainBatch(ofRows, 0, 3)).isEqualTo(flat.trainBatch(ofFlat, 0, 3));
    }
    assertThat(rows.parameters()).isEqualTo(flat.parameters());
  }

  @Test
  void refusesExamplesOfAnotherWidth() {
    CompiledModel rows = model("RowsSGD");
    Object[] wide = {new double[][] {{1, 2, 3, 4}, {1, 2, 3}}, 0};
    double[] before = rows.parameters();

    assertThatThrownBy(() -> rows.step(wide)).hasMessage("x[1] has length 3, expected 4");
    assertThatThrownBy(() -> rows.examples(List.<Object[]>of(wide)))
        .hasMessage("x[0][1] has length 3, expected 4");
    assertThatThrownBy(() -> rows.step(new Object[] {new double[1][4], 0}))
        .hasMessage("x has length 1, expected 2");
    assertThat(rows.parameters()).isEqualTo(before);
  }
}
