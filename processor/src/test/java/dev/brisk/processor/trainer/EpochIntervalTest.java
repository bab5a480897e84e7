package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Schedules that count epochs, in loops by hand and in {@code fit}. */
@Tag("javac")
final class EpochIntervalTest {
  private static final double BASE = 0.4;
  private static final String HALVES =
      "@Schedule(value = Decay.EXPONENTIAL, gamma = 0.5, interval = Interval.EPOCH)";

  @Test
  void changesTheRateWhenALoopByHandEndsAnEpoch() {
    CompiledModel model = ScheduledModel.of(HALVES);
    for (int epoch = 0; epoch < 5; epoch++) {
      // Epochs of any length.
      for (int i = 0; i <= epoch; i++) {
        assertThat(model.trainer().learningRate()).isEqualTo(BASE * Math.pow(0.5, epoch));
        model.step(new Object[] {2.0});
      }
      model.trainer().endEpoch();
    }
  }

  @Test
  void usesTheRateOfTheEpochInFit() {
    CompiledModel model = ScheduledModel.of(HALVES);
    List<Epoch> epochs = model.fit(examples(model, 10), Fit.epochs(6).batchSize(4)).epochs();
    for (int i = 0; i < 6; i++) {
      assertThat(epochs.get(i).learningRate()).isEqualTo(BASE * Math.pow(0.5, i));
    }
    assertThat(model.trainer().learningRate()).isEqualTo(BASE * Math.pow(0.5, 6));
  }

  @Test
  void tellsTheRatesOfAllStepsFromTheDeclaredRun() {
    CompiledModel model =
        ScheduledModel.of("@Training(epochs = 6, batchSize = 4, examples = 10) " + HALVES);
    for (int t = 0; t < 18; t++) {
      assertThat(model.trainer().learningRateAt(t)).isEqualTo(BASE * Math.pow(0.5, t / 3));
    }
  }

  @Test
  void tellsTheRatesOfAllStepsInTheMiddleOfAFit() {
    CompiledModel model = ScheduledModel.of(HALVES);
    model.fit(examples(model, 10), Fit.epochs(3).batchSize(4));
    for (int t = 0; t < 30; t++) {
      assertThat(model.trainer().learningRateAt(t))
          .as("step %d", t)
          .isEqualTo(BASE * Math.pow(0.5, t / 3));
    }
  }

  @Test
  void refusesToTellARateWithoutTheStepsOfAnEpoch() {
    CompiledModel model = ScheduledModel.of(HALVES);
    assertThat(model.trainer().learningRate()).isEqualTo(BASE);
    assertThatIllegalStateException()
        .isThrownBy(() -> model.trainer().learningRateAt(1))
        .withMessageContaining("interval = EPOCH")
        .withMessageContaining("@Training(epochs, batchSize, examples)")
        .withMessageContaining("fit");
  }

  @Test
  void countsFromTheEndOfTheWarmup() {
    CompiledModel model = ScheduledModel.of("@Warmup(steps = 7) " + HALVES);
    List<Epoch> epochs = model.fit(examples(model, 10), Fit.epochs(6).batchSize(4)).epochs();
    // The warm-up ends in the third epoch, whose end is the first that counts.
    double[] factors = {2.0 / 7, 5.0 / 7, 1, 0.5, 0.25, 0.125};
    for (int i = 0; i < 6; i++) {
      assertThat(epochs.get(i).learningRate()).isCloseTo(BASE * factors[i], within(1e-15));
    }
  }

  @Test
  void anEpochThatEndsWithTheWarmupDoesNotCount() {
    CompiledModel model =
        ScheduledModel.of(
            "@Training(epochs = 6, batchSize = 4, examples = 10) @Warmup(steps = 6) " + HALVES);
    for (int t = 6; t < 18; t++) {
      assertThat(model.trainer().learningRateAt(t)).isEqualTo(BASE * Math.pow(0.5, t / 3 - 2));
    }
  }

  @Test
  void aLastScheduleFillsWhatIsLeftOfTheEpochs() {
    CompiledModel model =
        ScheduledModel.of(
            "@Warmup(steps = 4) @Schedule(value = Decay.CONSTANT, steps = 2, interval ="
                + " Interval.EPOCH) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)");
    List<Epoch> epochs = model.fit(examples(model, 10), Fit.epochs(11).batchSize(4)).epochs();
    for (int i = 2; i < 11; i++) {
      // One epoch ended in the warm-up, two were constant, eight are left.
      double expected = i < 3 ? BASE : cosine(i - 3, 8);
      assertThat(epochs.get(i).learningRate()).as("epoch %d", i).isCloseTo(expected, within(1e-15));
    }
    assertThat(model.trainer().learningRate()).isZero();
  }

  @Test
  void theNumberOfEpochsIsEnoughForALoopByHand() {
    CompiledModel model =
        ScheduledModel.of(
            "@Training(epochs = 4) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)");
    for (int epoch = 0; epoch < 6; epoch++) {
      model.step(new Object[] {2.0});
      assertThat(model.trainer().learningRate())
          .isCloseTo(cosine(Math.min(epoch, 4), 4), within(1e-15));
      model.trainer().endEpoch();
    }
  }

  @Test
  void aRunWithoutEpochsIsRefused() {
    CompiledModel model =
        ScheduledModel.of("@Schedule(value = Decay.COSINE, interval = Interval.EPOCH)");
    assertThatIllegalStateException()
        .isThrownBy(() -> model.step(new Object[] {2.0}))
        .withMessageContaining("@Training(epochs)")
        .withMessageContaining("@Schedule(steps)");
    assertThat(model.trainer().stepCount()).isZero();
  }

  @Test
  void secondFitRestartsTheClockOfAScheduleWithoutLength() {
    CompiledModel model =
        ScheduledModel.of("@Schedule(value = Decay.COSINE, interval = Interval.EPOCH)");
    Object examples = examples(model, 10);
    model.fit(examples, Fit.epochs(4).batchSize(4));
    List<Epoch> epochs = model.fit(examples, Fit.epochs(3).batchSize(5)).epochs();
    for (int i = 0; i < 3; i++) {
      assertThat(epochs.get(4 + i).learningRate()).isCloseTo(cosine(i, 3), within(1e-15));
    }
  }

  @Test
  void secondFitDoesNotRestartAScheduleOfItsOwnLength() {
    CompiledModel model =
        ScheduledModel.of("@Schedule(value = Decay.COSINE, steps = 6, interval = Interval.EPOCH)");
    Object examples = examples(model, 10);
    model.fit(examples, Fit.epochs(4).batchSize(4));
    List<Epoch> epochs = model.fit(examples, Fit.epochs(4).batchSize(5)).epochs();
    for (int i = 0; i < 8; i++) {
      assertThat(epochs.get(i).learningRate()).isCloseTo(cosine(Math.min(i, 6), 6), within(1e-15));
    }
  }

  @Test
  void schedulesOfStepsDoNotLookAtEpochs() {
    CompiledModel model = ScheduledModel.of("@Schedule(value = Decay.EXPONENTIAL, gamma = 0.5)");
    model.trainer().endEpoch();
    model.trainer().endEpoch();
    assertThat(model.trainer().learningRate()).isEqualTo(BASE);
    assertThat(model.trainer().learningRateAt(3)).isEqualTo(BASE / 8);
  }

  private static double cosine(int t, int length) {
    return BASE * (1 + Math.cos(Math.PI * t / length)) / 2;
  }

  private static Object examples(CompiledModel model, int count) {
    return model.examples(Collections.nCopies(count, new Object[] {2.0}));
  }
}
