package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.runtime.Fit;
import java.util.Collections;
import java.util.List;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The learning rate of a generated trainer over a run, by formulas written out here. */
@Tag("javac")
final class LearningRateTest {
  private static final double BASE = 0.4;

  @Test
  void withoutScheduleIsConstant() {
    assertRates(model(""), 100, t -> BASE);
  }

  @Test
  void constantHoldsTheRate() {
    assertRates(model("@Schedule(Decay.CONSTANT)"), 100, t -> BASE);
  }

  @Test
  void stepCutsEverySoManySteps() {
    assertRates(
        model("@Schedule(value = Decay.STEP, stepSize = 7, gamma = 0.5, steps = 30)"),
        100,
        t -> BASE * Math.pow(0.5, Math.min(t, 30) / 7));
  }

  @Test
  void stepWithoutGammaCutsToATenth() {
    assertRates(
        model("@Schedule(value = Decay.STEP, stepSize = 7)"), 30, t -> BASE * Math.pow(0.1, t / 7));
  }

  @Test
  void exponentialFallsAtEveryStepAndHoldsItsLastValue() {
    assertRates(
        model("@Schedule(value = Decay.EXPONENTIAL, gamma = 0.9, steps = 30)"),
        100,
        t -> BASE * Math.pow(0.9, Math.min(t, 30)));
  }

  @Test
  void cosineFallsToItsMinimumAndHoldsIt() {
    assertRates(
        model("@Schedule(value = Decay.COSINE, minLearningRate = 0.01, steps = 30)"),
        100,
        t -> cosine(t, 30, 0.01));
  }

  @Test
  void warmupRisesFromZeroAndTheScheduleStartsItsClockAfterIt() {
    assertRates(
        model("@Warmup(steps = 8) @Schedule(value = Decay.COSINE, steps = 30)"),
        100,
        t -> t < 8 ? BASE * t / 8 : cosine(t - 8, 30, 0));
  }

  @Test
  void warmupRisesFromItsStartFactor() {
    assertRates(
        model(
            "@Warmup(steps = 8, startFactor = 0.25)"
                + " @Schedule(value = Decay.STEP, stepSize = 5, gamma = 0.5, steps = 20)"),
        100,
        t -> t < 8 ? BASE * (0.25 + 0.75 * t / 8) : BASE * Math.pow(0.5, Math.min(t - 8, 20) / 5));
  }

  @Test
  void warmupAloneIsFollowedByTheRateItself() {
    assertRates(model("@Warmup(steps = 8)"), 50, t -> t < 8 ? BASE * t / 8 : BASE);
  }

  @Test
  void schedulesRunOneAfterTheOtherFromTheAnnotatedRate() {
    assertRates(
        model(
            "@Warmup(steps = 5)"
                + " @Schedule(value = Decay.CONSTANT, steps = 10)"
                + " @Schedule(value = Decay.COSINE, steps = 20, minLearningRate = 0.1)"
                + " @Schedule(value = Decay.EXPONENTIAL, gamma = 0.8, steps = 6)"),
        100,
        t -> {
          if (t < 5) {
            return BASE * t / 5;
          } else if (t < 15) {
            return BASE;
          }
          return t < 35 ? cosine(t - 15, 20, 0.1) : BASE * Math.pow(0.8, Math.min(t - 35, 6));
        });
  }

  @Test
  void lastScheduleFillsTheRunOfTraining() {
    // Three batches of an epoch, the last one short.
    assertRates(
        model(
            "@Training(epochs = 10, batchSize = 4, examples = 10) @Warmup(steps = 6)"
                + " @Schedule(value = Decay.CONSTANT, steps = 4) @Schedule(Decay.COSINE)"),
        60,
        t -> {
          if (t < 6) {
            return BASE * t / 6;
          }
          return t < 10 ? BASE : cosine(t - 10, 20, 0);
        });
  }

  @Test
  void lastScheduleFillsTheRunOfFit() {
    CompiledModel model = model("@Warmup(steps = 6) @Schedule(Decay.COSINE)");
    model.fit(examples(model, 10), Fit.epochs(10).batchSize(4));
    assertThat(model.trainer().stepCount()).isEqualTo(30);
    assertRates(model, 60, t -> t < 6 ? BASE * t / 6 : cosine(t - 6, 24, 0));
  }

  @Test
  void secondFitRestartsTheClockOfASchedule() {
    CompiledModel model = model("@Warmup(steps = 6) @Schedule(Decay.COSINE)");
    Object examples = examples(model, 10);
    model.fit(examples, Fit.epochs(10).batchSize(4));
    var report = model.fit(examples, Fit.epochs(4).batchSize(5));

    assertThat(report.steps()).isEqualTo(38);
    assertThat(report.last().learningRate()).isCloseTo(cosine(7, 8, 0), within(1e-15));
    for (int t = 30; t < 50; t++) {
      assertThat(model.trainer().learningRateAt(t)).isCloseTo(cosine(t - 30, 8, 0), within(1e-15));
    }
  }

  @Test
  void secondFitDoesNotRestartAScheduleOfItsOwnLength() {
    CompiledModel model = model("@Schedule(value = Decay.COSINE, steps = 40)");
    Object examples = examples(model, 10);
    model.fit(examples, Fit.epochs(1));
    model.fit(examples, Fit.epochs(2));
    assertRates(model, 60, t -> cosine(t, 40, 0));
  }

  @Test
  void scheduleOfFitIsUsedByItsUpdates() {
    CompiledModel model = model("@Schedule(value = Decay.COSINE, minLearningRate = 0.1)");
    var report = model.fit(examples(model, 2), Fit.epochs(5).batchSize(2));
    for (int epoch = 0; epoch < 5; epoch++) {
      assertThat(report.epochs().get(epoch).learningRate())
          .isCloseTo(cosine(epoch, 5, 0.1), within(1e-15));
    }
  }

  @Test
  void learningRateIsThatOfTheNextUpdate() {
    CompiledModel model =
        model("@Warmup(steps = 3) @Schedule(value = Decay.EXPONENTIAL, gamma = 0.9, steps = 9)");
    for (int t = 0; t < 20; t++) {
      double rate = model.trainer().learningRate();
      assertThat(rate).isEqualTo(model.trainer().learningRateAt(t));
      double before = model.parameters()[0];
      model.step(new Object[] {2.0});
      // The slope is the parameter minus the example.
      assertThat(model.parameters()[0]).isCloseTo(before - rate * (before - 2), within(1e-14));
      assertThat(model.trainer().stepCount()).isEqualTo(t + 1);
    }
  }

  @Test
  void negativeStepIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model("").trainer().learningRateAt(-1))
        .withMessageContaining("t is -1");
  }

  @Test
  void baseLearningRateIsWhatSchedulesStartFrom() {
    CompiledModel model =
        model("@Warmup(steps = 4) @Schedule(value = Decay.STEP, stepSize = 5, steps = 20)");
    model.trainer().baseLearningRate(3);
    assertThat(model.trainer().learningRateAt(2)).isEqualTo(1.5);
    assertThat(model.trainer().learningRateAt(4)).isEqualTo(3);
    assertThat(model.trainer().learningRateAt(9)).isCloseTo(0.3, within(1e-15));
  }

  @Test
  void baseLearningRateOfZeroChangesNothingButCounts() {
    CompiledModel model = model("");
    model.trainer().baseLearningRate(0);
    double before = model.parameters()[0];
    model.step(new Object[] {2.0});
    assertThat(model.parameters()).containsExactly(before);
    assertThat(model.trainer().stepCount()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1e-9, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void baseLearningRateThatMeansNothingIsRefused(double rate) {
    CompiledModel model = model("");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> model.trainer().baseLearningRate(rate))
        .withMessageContaining(String.valueOf(rate));
    assertThat(model.trainer().learningRate()).isEqualTo(BASE);
  }

  @Test
  void unknownLengthIsRefusedAndSaysWhatToDeclare() {
    CompiledModel model = model("@Schedule(Decay.COSINE)");
    Object examples = examples(model, 3);
    double before = model.parameters()[0];
    for (Runnable call :
        List.<Runnable>of(
            () -> model.step(new Object[] {2.0}),
            () -> model.trainBatch(examples, 0, 3),
            () -> model.trainer().learningRate(),
            () -> model.trainer().learningRateAt(5))) {
      assertThatIllegalStateException()
          .isThrownBy(call::run)
          .withMessageContaining("@Training")
          .withMessageContaining("@Schedule(steps)");
    }
    assertThat(model.parameters()).containsExactly(before);
    assertThat(model.trainer().stepCount()).isZero();
  }

  private static double cosine(long t, long steps, double minimum) {
    double share = Math.min(t, steps) / (double) steps;
    return minimum + (BASE - minimum) * (1 + Math.cos(Math.PI * share)) / 2;
  }

  private static void assertRates(CompiledModel model, int steps, LongToDoubleFunction expected) {
    for (int t = 0; t < steps; t++) {
      assertThat(model.trainer().learningRateAt(t))
          .as("rate of step %d", t)
          .isCloseTo(expected.applyAsDouble(t), within(1e-12 * BASE));
    }
  }

  private static Object examples(CompiledModel model, int count) {
    return model.examples(Collections.nCopies(count, new Object[] {2.0}));
  }

  private static CompiledModel model(String schedule) {
    return Source.model(
        """
        @Trainable
        @Optimizer(value = Algorithm.SGD, learningRate = 0.4)
        %s
        @SuppressWarnings({"brisk:rate-jumps", "brisk:schedule-ends-early"})
        class Model {
          @Parameter double p = 0.5;

          @Loss
          double loss(double x) {
            return (p - x) * (p - x) / 2;
          }
        }
        """
            .formatted(schedule));
  }
}
