package dev.brisk.processor.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.processor.oracle.CompiledModel;
import dev.brisk.schedule.Cyclic;
import dev.brisk.schedule.OneCycle;
import dev.brisk.schedule.Schedules;
import java.util.Map;
import java.util.function.LongToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every form of schedule in a generated trainer: alone, after a warm-up, before another one, and
 * over the whole run. That the functions of the runtime are right is tested there.
 */
@Tag("javac")
final class ScheduleFormsTest {
  private static final double BASE = 0.4;

  /** The last step whose rate is new, of a schedule of 40 steps. */
  private static final int LENGTH = 40;

  /** Where a form may stand, without its attributes. */
  private static final String ALONE = "@Schedule(%s, steps = 40)";

  private static final String WARMED_UP = "@Warmup(steps = 8) @Schedule(%s, steps = 40)";
  private static final String BETWEEN =
      "@Schedule(value = Decay.EXPONENTIAL, gamma = 0.8, steps = 6) @Schedule(%s, steps = 40)"
          + " @Schedule(value = Decay.EXPONENTIAL, gamma = 0.7, steps = 5)";
  private static final String IN_A_RUN =
      "@Training(epochs = 5, batchSize = 2, examples = 20) @Warmup(steps = 10) @Schedule(%s)";
  private static final String BY_EPOCHS =
      "@Training(epochs = 60, batchSize = 1, examples = 3)"
          + " @Schedule(%s, steps = 40, interval = Interval.EPOCH)";

  private static final Map<String, CompiledModel> MODELS =
      ScheduledModel.each(
          Stream.of(ALONE, WARMED_UP, BETWEEN, IN_A_RUN, BY_EPOCHS)
              .flatMap(place -> forms().map(form -> place.formatted(form.get()[0])))
              .toList());

  private static CompiledModel model(String place, String attributes) {
    return MODELS.get(place.formatted(attributes));
  }

  static Stream<Arguments> forms() {
    long[] milestones = {5, 17, 30};
    return Stream.of(
        form("CONSTANT", "", LENGTH, t -> BASE),
        form("STEP", "stepSize = 7, gamma = 0.5", LENGTH, t -> Schedules.step(BASE, t, 7, 0.5)),
        form(
            "MULTI_STEP",
            "milestones = {5, 17, 30}",
            LENGTH,
            t -> Schedules.multiStep(BASE, t, 0.1, milestones)),
        form("EXPONENTIAL", "gamma = 0.9", LENGTH, t -> Schedules.exponential(BASE, t, 0.9)),
        form("LINEAR", "", LENGTH, t -> Schedules.linear(BASE, t, LENGTH, 1.0 / 3, 1)),
        form(
            "LINEAR",
            "startFactor = 1, endFactor = 0.25",
            LENGTH,
            t -> Schedules.linear(BASE, t, LENGTH, 1, 0.25)),
        form(
            "POLYNOMIAL",
            "power = 2, minLearningRate = 0.01",
            LENGTH,
            t -> Schedules.polynomial(BASE, t, LENGTH, 2, 0.01)),
        form("COSINE", "", LENGTH, t -> Schedules.cosine(BASE, t, LENGTH, 0)),
        form(
            "COSINE_RESTARTS",
            "period = 10, minLearningRate = 0.1",
            LENGTH - 1,
            t -> Schedules.cosineRestarts(BASE, t, 10, 1, 0.1)),
        form(
            "COSINE_RESTARTS",
            "period = 5, periodMultiplier = 3",
            LENGTH - 1,
            t -> Schedules.cosineRestarts(BASE, t, 5, 3, 0)),
        form(
            "CYCLIC",
            "maxLearningRate = 1, stepSizeUp = 4",
            LENGTH,
            t -> Cyclic.triangular(BASE, t, 1, 4, 4)),
        form(
            "CYCLIC",
            "maxLearningRate = 1, stepSizeUp = 4, stepSizeDown = 7, mode = CycleMode.TRIANGULAR2",
            LENGTH,
            t -> Cyclic.triangular2(BASE, t, 1, 4, 7)),
        form(
            "CYCLIC",
            "maxLearningRate = 1, stepSizeUp = 4, mode = CycleMode.EXP_RANGE, gamma = 0.9",
            LENGTH,
            t -> Cyclic.expRange(BASE, t, 1, 4, 4, 0.9)),
        form("ONE_CYCLE", "", LENGTH, t -> OneCycle.cosine(BASE, t, LENGTH, 0.3, 25, 1e4)),
        form(
            "ONE_CYCLE",
            "pctStart = 0.25, divFactor = 4, finalDivFactor = 10, anneal = Anneal.LINEAR",
            LENGTH,
            t -> OneCycle.linear(BASE, t, LENGTH, 0.25, 4, 10)),
        form(
            "ONE_CYCLE",
            "threePhase = true",
            LENGTH,
            t -> OneCycle.cosineInThreePhases(BASE, t, LENGTH, 0.3, 25, 1e4)),
        form(
            "ONE_CYCLE",
            "threePhase = true, anneal = Anneal.LINEAR",
            LENGTH,
            t -> OneCycle.linearInThreePhases(BASE, t, LENGTH, 0.3, 25, 1e4)),
        form("INVERSE_SQRT", "stepSize = 20", LENGTH, t -> Schedules.inverseSqrt(BASE, t, 20)),
        form(
            "INVERSE_TIME",
            "stepSize = 3, gamma = 0.5",
            LENGTH,
            t -> Schedules.inverseTime(BASE, t, 3, 0.5)),
        form("INVERSE_TIME", "gamma = 0.5", LENGTH, t -> Schedules.inverseTime(BASE, t, 1, 0.5)));
  }

  private static Arguments form(
      String decay, String attributes, long lastChange, LongToDoubleFunction rate) {
    String comma = attributes.isEmpty() ? "" : ", ";
    return Arguments.of("value = Decay." + decay + comma + attributes, lastChange, rate);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void runsAndHoldsItsLastRate(String attributes, long lastChange, LongToDoubleFunction rate) {
    assertRates(model(ALONE, attributes), 100, t -> rate.applyAsDouble(Math.min(t, lastChange)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void startsItsClockAfterTheWarmup(String attributes, long lastChange, LongToDoubleFunction rate) {
    assertRates(
        model(WARMED_UP, attributes),
        100,
        t -> t < 8 ? BASE * t / 8 : rate.applyAsDouble(Math.min(t - 8, lastChange)));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void runsBeforeAndAfterAnother(String attributes, long lastChange, LongToDoubleFunction rate) {
    assertRates(
        model(BETWEEN, attributes),
        80,
        t -> {
          if (t < 6) {
            return BASE * Math.pow(0.8, t);
          }
          return t < 46 ? rate.applyAsDouble(t - 6) : BASE * Math.pow(0.7, Math.min(t - 46, 5));
        });
  }

  @ParameterizedTest
  @MethodSource("forms")
  void fillsTheRun(String attributes, long lastChange, LongToDoubleFunction rate) {
    assertRates(
        model(IN_A_RUN, attributes), 50, t -> t < 10 ? BASE * t / 10 : rate.applyAsDouble(t - 10));
  }

  /** The clock of the run's unit, so the same rates, each for a whole epoch. */
  @ParameterizedTest
  @MethodSource("forms")
  void countsEpochs(String attributes, long lastChange, LongToDoubleFunction rate) {
    assertRates(
        model(BY_EPOCHS, attributes), 180, t -> rate.applyAsDouble(Math.min(t / 3, lastChange)));
  }

  @Test
  void inverseSqrtTakesItsTimeScaleFromTheWarmup() {
    CompiledModel model = ScheduledModel.of("@Warmup(steps = 9) @Schedule(Decay.INVERSE_SQRT)");

    assertRates(model, 100, t -> t < 9 ? BASE * t / 9 : Schedules.inverseSqrt(BASE, t - 9, 9));
  }

  @Test
  void warmupsRiseByTheirRamp() {
    assertRates(
        ScheduledModel.of("@Warmup(steps = 8, startFactor = 0.25, ramp = Ramp.CONSTANT)"),
        20,
        t -> t < 8 ? BASE * 0.25 : BASE);
    assertRates(
        ScheduledModel.of("@Warmup(steps = 8, startFactor = 0.25, ramp = Ramp.EXPONENTIAL)"),
        20,
        t -> t < 8 ? BASE * Math.pow(0.25, 1 - t / 8.0) : BASE);
    assertRates(
        ScheduledModel.of("@Warmup(steps = 8, startFactor = 0.25, ramp = Ramp.COSINE)"),
        20,
        t -> t < 8 ? BASE * (0.25 + 0.75 * (1 - Math.cos(Math.PI * t / 8)) / 2) : BASE);
  }

  private static void assertRates(CompiledModel model, int steps, LongToDoubleFunction expected) {
    for (int t = 0; t < steps; t++) {
      assertThat(model.trainer().learningRateAt(t))
          .as("rate of step %d", t)
          .isCloseTo(expected.applyAsDouble(t), within(1e-15));
    }
  }
}
