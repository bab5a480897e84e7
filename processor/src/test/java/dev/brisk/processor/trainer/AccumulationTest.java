package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates over several batches. */
@Tag("javac")
final class AccumulationTest {
  private static final String MODEL =
      """
      @Trainable
      @Optimizer(value = Algorithm.ADAM, learningRate = 0.05)
      @Schedule(Decay.COSINE)
      @SuppressWarnings("brisk:update-of-the-rest")
      %s
      class Model {
        @Parameter double[] weights = {0.1, 0.2, 0.3};
        @Parameter double offset = 0.5;

        @Loss
        double loss(@Shape(3) double[] x, double y) {
          double error = offset - y;
          for (int i = 0; i < 3; i++) {
            error += weights[i] * x[i];
          }
          return error * error;
        }
        %s
      }
      """;

  private static final String GRADIENT =
      """
        @Gradient
        double gradient(double[] x, double y, double[] dWeights, double[] dOffset) {
          double error = offset - y;
          for (int i = 0; i < 3; i++) {
            error += weights[i] * x[i];
          }
          for (int i = 0; i < 3; i++) {
            dWeights[i] += 2 * error * x[i];
          }
          dOffset[0] += 2 * error;
          return error * error;
        }
      """;

  private static CompiledModel model(String annotations) {
    return Source.model(MODEL.formatted(annotations, ""));
  }

  private static Object examples(CompiledModel model, int count) {
    SplittableRandom random = new SplittableRandom(3);
    List<Object[]> rows = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      rows.add(new Object[] {random.doubles(3, -1, 1).toArray(), random.nextDouble()});
    }
    return model.examples(rows);
  }

  @ParameterizedTest
  @CsvSource({"24, false", "26, false", "29, false", "5, false", "26, true"})
  void severalBatchesAreTheUpdateOfOneToTheLastBit(int size, boolean isByHand) {
    String gradient = isByHand ? GRADIENT : "";
    CompiledModel several =
        Source.model(MODEL.formatted("@Training(batchSize = 4, accumulate = 2)", gradient));
    CompiledModel one = Source.model(MODEL.formatted("@Training(batchSize = 8)", gradient));

    var report = several.fit(examples(several, size), Fit.epochs(5));
    var expected = one.fit(examples(one, size), Fit.epochs(5));

    assertThat(several.parameters()).isEqualTo(one.parameters());
    assertThat(report.epochs()).isEqualTo(expected.epochs());
    assertThat(report.steps()).isEqualTo(5L * ((size + 7) / 8));
  }

  @Test
  void whatIsLeftIsAnUpdateByItsOwnMean() {
    CompiledModel model = model("@Training(batchSize = 4, accumulate = 2)");
    CompiledModel byHand = model("@Training(epochs = 1, batchSize = 8, examples = 19)");
    Object examples = examples(model, 19);
    Object same = examples(byHand, 19);

    model.fit(examples, Fit.epochs(1).shuffle(false));
    byHand.trainBatch(same, 0, 8);
    byHand.trainBatch(same, 8, 16);
    byHand.trainBatch(same, 16, 19);

    assertThat(model.parameters()).isEqualTo(byHand.parameters());
  }

  @Test
  void aBatchByHandIsAlwaysAnUpdate() {
    CompiledModel model =
        model("@Training(epochs = 1, batchSize = 4, accumulate = 2, examples = 16)");
    model.trainBatch(examples(model, 16), 0, 4);

    assertThat(model.trainer().stepCount()).isEqualTo(1);
  }

  @Test
  void schedulesFillTheRunInUpdates() {
    CompiledModel model =
        model("@Training(epochs = 3, batchSize = 4, accumulate = 2, examples = 30)");
    CompiledModel plain = model("@Training(epochs = 3, batchSize = 8, examples = 30)");
    for (int t = 0; t < 15; t++) {
      assertThat(model.trainer().learningRateAt(t)).isEqualTo(plain.trainer().learningRateAt(t));
    }

    var report = model.fit(examples(model, 30), Fit.asDeclared());

    assertThat(report.steps()).isEqualTo(12);
    assertThat(model.trainer().learningRate()).isZero();
  }

  @Test
  void aBatchSizeOfFitIsAccumulatedToo() {
    CompiledModel model = model("@Training(accumulate = 3)");
    model.fit(examples(model, 30), Fit.epochs(2).batchSize(5));
    assertThat(model.trainer().stepCount()).isEqualTo(4);

    CompiledModel declared = model("@Training(batchSize = 4, accumulate = 3)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> declared.fit(examples(declared, 30), Fit.epochs(1).batchSize(12)));
  }
}
