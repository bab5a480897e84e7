package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.processor.read.ReadModels;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Sample;
import java.lang.reflect.Method;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the compiler tells of the rate is what the trainer uses. */
@Tag("javac")
final class RateCurveTest {
  private static final double BASE = 0.4;
  private static final int STEPS = 60;

  /** Ten epochs of six steps. */
  private static final String RUN = "@Training(epochs = 10, batchSize = 5, examples = 28) ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "@Warmup(steps = 7)",
        "@Warmup(steps = 7, ramp = Ramp.COSINE) @Schedule(Decay.COSINE)",
        "@Warmup(steps = 7) @Schedule(value = Decay.CONSTANT, steps = 11) @Schedule(Decay.LINEAR)",
        "@Schedule(value = Decay.COSINE, steps = 20) @Schedule(value = Decay.STEP, stepSize = 9)",
        "@Schedule(value = Decay.COSINE_RESTARTS, period = 5, steps = 20)",
        "@Warmup(steps = 5) @Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 4)",
        "@Schedule(value = Decay.CYCLIC, maxLearningRate = 2, stepSizeUp = 20, gamma = 0.9,"
            + " mode = CycleMode.EXP_RANGE)",
        "@Schedule(Decay.ONE_CYCLE)",
        "@Schedule(value = Decay.ONE_CYCLE, pctStart = 0.123, steps = 41)",
        "@Schedule(value = Decay.EXPONENTIAL, gamma = 1.1)",
        "@Schedule(value = Decay.EXPONENTIAL, gamma = 1.1, steps = 20)",
        "@Warmup(steps = 9) @Schedule(Decay.INVERSE_SQRT)",
        "@Warmup(steps = 9) @Schedule(Decay.PLATEAU)",
        "@Warmup(steps = 9) @Schedule(value = Decay.COSINE, interval = Interval.EPOCH)",
        "@Schedule(value = Decay.ONE_CYCLE, interval = Interval.EPOCH)",
        "@Warmup(steps = 12) @Schedule(value = Decay.CONSTANT, steps = 2, interval = Interval.EPOCH)"
            + " @Schedule(value = Decay.COSINE_RESTARTS, period = 2, steps = 4,"
            + " interval = Interval.EPOCH)",
      })
  void isThatOfTheTrainer(String schedule) {
    RateCurve curve = curve(RUN + schedule);
    CompiledModel model = Source.model(source(RUN + schedule));

    assertThat(curve.isKnown()).isTrue();
    assertThat(curve.steps()).hasValue(STEPS);
    double highest = 0;
    long at = -1;
    for (int t = 0; t < STEPS; t++) {
      double rate = model.trainer().learningRateAt(t);
      assertThat(curve.rate(t)).as("rate of step %d", t).isEqualTo(rate);
      at = rate > highest ? t : at;
      highest = Math.max(rate, highest);
    }
    assertThat(curve.peak()).isEqualTo(new Sample(at, highest));
    if (curve.settled().isPresent()) {
      long settled = curve.settled().getAsLong();
      for (long t = settled; t < settled + STEPS; t++) {
        assertThat(model.trainer().learningRateAt(t)).isEqualTo(curve.rate(settled));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ", anneal = Anneal.LINEAR, pctStart = 1.0 / 3",
        ", threePhase = true, steps = 50",
        ", threePhase = true, anneal = Anneal.LINEAR, pctStart = 1.0 / 3, interval = Interval.EPOCH",
        ", maxLearningRate = 2, stepSizeUp = 4",
        ", maxLearningRate = 2, stepSizeUp = 7, mode = CycleMode.TRIANGULAR2, steps = 30",
        ", maxLearningRate = 2, stepSizeUp = 9, stepSizeDown = 2, mode = CycleMode.EXP_RANGE,"
            + " gamma = 0.9"
      })
  void itsMomentumIsThatOfTheTrainer(String attributes) throws ReflectiveOperationException {
    String decay = attributes.contains("max") ? "CYCLIC" : "ONE_CYCLE";
    String schedule =
        RUN
            + "@Warmup(steps = 6) @Schedule(value = Decay."
            + decay
            + ", cycleMomentum = true"
            + attributes
            + ")";
    RateCurve curve = curve(schedule);
    Object trainer = Source.model(source(schedule).replace("SGD", "SGD, momentum = 0.5")).trainer();
    Method momentum = trainer.getClass().getDeclaredMethod("scheduledMomentum", long.class);
    momentum.setAccessible(true);

    for (long t = 0; t < 2 * STEPS; t++) {
      assertThat(curve.momentum(t, 0.5)).isEqualTo(momentum.invoke(trainer, t));
    }
  }

  @Test
  void tellsWhereItsPhasesBeginAndEnd() {
    RateCurve curve =
        curve(
            RUN
                + "@Warmup(steps = 7) @Schedule(value = Decay.CONSTANT, steps = 11)"
                + " @Schedule(Decay.COSINE)");

    assertThat(curve.phases().stream().map(curve::start)).containsExactly(7L, 18L);
    assertThat(curve.phases().stream().map(phase -> curve.end(phase).getAsLong()))
        .containsExactly(18L, 60L);
    assertThat(curve.settled()).isEmpty();
  }

  @Test
  void tellsInStepsWherePhasesOfEpochsBeginAndEnd() {
    RateCurve curve =
        curve(
            RUN
                + "@Warmup(steps = 7)"
                + " @Schedule(value = Decay.CONSTANT, steps = 2, interval = Interval.EPOCH)"
                + " @Schedule(value = Decay.COSINE, steps = 3, interval = Interval.EPOCH)");

    assertThat(curve.phases().stream().map(curve::start)).containsExactly(7L, 18L);
    assertThat(curve.phases().stream().map(phase -> curve.end(phase).getAsLong()))
        .containsExactly(18L, 36L);
    assertThat(curve.settled()).hasValue(36);
  }

  @Test
  void isKnownWithoutTheRunWhereAllLengthsAre() {
    assertThat(curve("@Schedule(value = Decay.COSINE, steps = 20)").isKnown()).isTrue();
    assertThat(curve("@Schedule(value = Decay.STEP, stepSize = 20)").isKnown()).isTrue();
    assertThat(curve("@Schedule(value = Decay.STEP, stepSize = 20)").peak())
        .isEqualTo(new Sample(0, BASE));
    assertThat(curve("").settled()).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@Schedule(Decay.COSINE)",
        "@Schedule(value = Decay.EXPONENTIAL, gamma = 0.5, interval = Interval.EPOCH)"
      })
  void isNotKnownWhereItNeedsTheRun(String schedule) {
    RateCurve curve = curve(schedule);

    assertThat(curve.isKnown()).isFalse();
    assertThat(curve.steps()).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> curve.rate(3));
  }

  private static RateCurve curve(String schedule) {
    return RateCurve.of(ReadModels.only(Source.of("Model", source(schedule))), BASE);
  }

  private static String source(String schedule) {
    return """
    @Trainable
    @Optimizer(value = Algorithm.SGD, learningRate = 0.4)
    %s
    @SuppressWarnings({"brisk:rate-jumps", "brisk:schedule-ends-early",
      "brisk:schedule-cut-short", "brisk:warmup-long", "brisk:gamma-above-one",
      "brisk:diverges-on-quadratic"})
    class Model {
      @Parameter double p = 0.5;

      @Loss
      double loss(double x) {
        return (p - x) * (p - x) / 2;
      }
    }
    """
        .formatted(schedule);
  }
}
