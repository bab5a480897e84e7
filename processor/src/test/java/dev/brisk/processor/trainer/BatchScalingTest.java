package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The learning rate of an update of other than the base size. */
@Tag("javac")
final class BatchScalingTest {
  private static final double RATE = 0.1;

  private static CompiledModel model(String annotations) {
    return Source.model(
        """
        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 0.1)
        %s
        class Model {
          @Parameter double p = 0.5;

          @Loss
          double loss(double x) {
            return (p - x) * (p - x) / 2;
          }
        }
        """
            .formatted(annotations));
  }

  private static Object examples(CompiledModel model, int count) {
    return model.examples(Collections.nCopies(count, new Object[] {2.0}));
  }

  @ParameterizedTest
  @CsvSource({
    "LINEAR, 64, '', 4",
    "SQUARE_ROOT, 64, '', 2",
    "LINEAR, 64, ', accumulate = 2', 8",
    "SQUARE_ROOT, 128, ', accumulate = 2', 2",
    "LINEAR, 512, '', 0.5"
  })
  void aDeclaredBatchScalesFromTheBeginning(
      String rule, int base, String accumulate, double factor) {
    CompiledModel model =
        model(
            "@SuppressWarnings(\"brisk:scaling-without-warmup\") @BatchScaling(baseBatchSize = %d, rule = ScalingRule.%s) @Training(batchSize = 256%s)"
                .formatted(base, rule, accumulate));

    assertThat(model.trainer().learningRate()).isCloseTo(factor * RATE, within(1e-15));
    model.step(new Object[] {2.0});
    assertThat(model.parameters()[0]).isCloseTo(0.5 + factor * RATE * 1.5, within(1e-15));
  }

  @Test
  void warmupAndScheduleStartFromTheScaledRate() {
    CompiledModel model =
        model(
            "@BatchScaling(baseBatchSize = 10) @Warmup(steps = 4)"
                + " @Schedule(value = Decay.COSINE, steps = 10, minLearningRate = 0.15)"
                + " @Training(batchSize = 20)");

    assertThat(model.trainer().learningRateAt(2)).isCloseTo(RATE, within(1e-15));
    assertThat(model.trainer().learningRateAt(4)).isCloseTo(2 * RATE, within(1e-15));
    assertThat(model.trainer().learningRateAt(14)).isCloseTo(0.15, within(1e-15));
  }

  @Test
  void anOpenBatchIsScaledWhenFitKnowsIt() {
    CompiledModel model = model("@BatchScaling(baseBatchSize = 10) @Training(accumulate = 2)");
    assertThat(model.trainer().learningRate()).isEqualTo(RATE);

    model.fit(examples(model, 30), Fit.epochs(1).batchSize(15));
    assertThat(model.trainer().learningRate()).isCloseTo(3 * RATE, within(1e-15));

    model.fit(examples(model, 30), Fit.epochs(1).batchSize(5));
    assertThat(model.trainer().learningRate()).isCloseTo(RATE, within(1e-15));
  }

  @Test
  void anOverriddenBatchIsScaledAnew() {
    CompiledModel model = model("@BatchScaling(baseBatchSize = 10) @Training(batchSize = 20)");
    model.fit(examples(model, 30), Fit.epochs(1).batchSize(30).overrideTraining());
    assertThat(model.trainer().learningRate()).isCloseTo(3 * RATE, within(1e-15));
  }

  @Test
  void aRateThatIsSetByHandIsTakenAsItIs() {
    CompiledModel model = model("@BatchScaling(baseBatchSize = 10) @Training(batchSize = 20)");
    model.trainer().baseLearningRate(0.7);
    assertThat(model.trainer().learningRate()).isEqualTo(0.7);
    model.fit(examples(model, 30), Fit.epochs(1));
    assertThat(model.trainer().learningRate()).isEqualTo(0.7);
  }
}
