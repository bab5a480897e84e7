package dev.brisk.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
  /** The numbers are PyTorch's, written by goldens.py beside them. */
  @ParameterizedTest
  @CsvFileSource(resources = "/goldens/schedules.csv", numLinesToSkip = 1)
  void agreesWithPyTorch(
      String schedule, double rate, long t, Long length, double shape, double expected) {
    double actual =
        switch (schedule) {
          case "step" -> Schedules.step(rate, t, length, shape);
          case "exponential" -> Schedules.exponential(rate, t, shape);
          case "cosine" -> Schedules.cosine(rate, t, length, shape);
          case "warmup" -> Schedules.warmup(rate, t, length, shape);
          default -> throw new IllegalArgumentException(schedule);
        };
    assertThat(actual).isCloseTo(expected, within(1e-12 * expected));
  }

  @ParameterizedTest
  @ValueSource(longs = {100, 101, 150, 200, 1_000_000_000, Long.MAX_VALUE})
  void cosineHoldsTheMinimumPastItsEnd(long t) {
    assertThat(Schedules.cosine(0.05, t, 100, 1e-7)).isEqualTo(1e-7);
  }

  @Test
  void cosineBeginsWithTheRateItself() {
    assertThat(Schedules.cosine(0.1, 0, 7, 0.003)).isEqualTo(0.1);
  }

  @Test
  void cosineNeverRises() {
    double rate = 0.3;
    for (int t = 1; t <= 1000; t++) {
      double next = Schedules.cosine(0.3, t, 1000, 0.01);
      assertThat(next).isLessThan(rate);
      rate = next;
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {500, 501, Long.MAX_VALUE})
  void warmupHoldsTheRateFromItsEndOn(long t) {
    assertThat(Schedules.warmup(0.1, t, 500, 0.3)).isEqualTo(0.1);
  }

  @Test
  void warmupWithoutAStartFactorBeginsAtZero() {
    assertThat(Schedules.warmup(0.1, 0, 500, 0)).isZero();
    assertThat(Schedules.warmup(0.1, 250, 500, 0)).isEqualTo(0.05);
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, -1_000_000_000, Long.MIN_VALUE})
  void negativeStepsCountAsZero(long t) {
    assertThat(Schedules.step(0.1, t, 10, 0.5)).isEqualTo(0.1);
    assertThat(Schedules.exponential(0.1, t, 0.5)).isEqualTo(0.1);
    assertThat(Schedules.cosine(0.1, t, 10, 0.01)).isEqualTo(0.1);
    assertThat(Schedules.warmup(0.1, t, 10, 0.25)).isEqualTo(0.025);
    assertThat(Schedules.multiStep(0.1, t, 0.5, new long[] {1})).isEqualTo(0.1);
    assertThat(Schedules.linear(0.1, t, 10, 0.25, 1)).isEqualTo(0.025);
    assertThat(Schedules.polynomial(0.1, t, 10, 2, 0.01)).isEqualTo(0.1);
    assertThat(Schedules.cosineRestarts(0.1, t, 10, 2, 0.01)).isEqualTo(0.1);
    assertThat(Schedules.inverseSqrt(0.1, t, 10)).isEqualTo(0.1);
    assertThat(Schedules.inverseTime(0.1, t, 10, 1)).isEqualTo(0.1);
    assertThat(Schedules.exponentialWarmup(0.1, t, 10, 0.25)).isEqualTo(0.025);
    assertThat(Schedules.cosineWarmup(0.1, t, 10, 0.25)).isEqualTo(0.025);
    assertThat(Cyclic.triangular(0.1, t, 1, 10, 10)).isEqualTo(0.1);
    assertThat(OneCycle.linear(0.1, t, 10, 0.5, 4, 2)).isEqualTo(0.025);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void aScheduleWithoutLengthIsOver(long steps) {
    assertThat(Schedules.cosine(0.1, 0, steps, 0.01)).isEqualTo(0.01);
    assertThat(Schedules.warmup(0.1, 0, steps, 0.25)).isEqualTo(0.1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1})
  void stepRefusesAStepSizeBelowOne(long stepSize) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Schedules.step(0.1, 5, stepSize, 0.5))
        .withMessage("stepSize is " + stepSize + ", expected at least 1");
  }

  @Test
  void polynomialEndsAtItsMinimum() {
    assertThat(Schedules.polynomial(0.1, 0, 100, 2, 0.02)).isEqualTo(0.1);
    assertThat(Schedules.polynomial(0.1, 50, 100, 2, 0.02)).isCloseTo(0.04, within(1e-16));
    assertThat(Schedules.polynomial(0.1, 100, 100, 2, 0.02)).isEqualTo(0.02);
    assertThat(Schedules.polynomial(0.1, Long.MAX_VALUE, 100, 2, 0.02)).isEqualTo(0.02);
  }

  @Test
  void inverseSqrtBeginsAtTheRateAndFallsWithTheRootOfTheStep() {
    assertThat(Schedules.inverseSqrt(0.1, 0, 4000)).isEqualTo(0.1);
    assertThat(Schedules.inverseSqrt(0.1, 4000, 4000)).isCloseTo(0.1 / Math.sqrt(2), within(1e-16));
    assertThat(Schedules.inverseSqrt(0.1, 12_000, 4000)).isCloseTo(0.05, within(1e-16));
  }

  @Test
  void inverseTimeIsHalvedWhenItsProductIsOne() {
    assertThat(Schedules.inverseTime(0.1, 0, 100, 0.5)).isEqualTo(0.1);
    assertThat(Schedules.inverseTime(0.1, 200, 100, 0.5)).isCloseTo(0.05, within(1e-16));
    assertThat(Schedules.inverseTime(0.1, 50, 100, 0.5)).isCloseTo(0.08, within(1e-16));
  }

  /** The first step of a cycle, by its definition, where a logarithm would be off by one. */
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 5, 7, 10})
  void restartsExactlyAtTheEndOfEachCycle(long multiplier) {
    long restart = 0;
    long cycle = 3;
    while (restart < 1_000_000_000_000_000L) {
      assertThat(Schedules.cosineRestarts(0.1, restart, 3, multiplier, 0)).isEqualTo(0.1);
      restart += cycle;
      cycle *= multiplier;
      assertThat(Schedules.cosineRestarts(0.1, restart - 1, 3, multiplier, 0)).isLessThan(0.03);
    }
  }

  @Test
  void cyclesKeepTheirDigitsAfterABillionSteps() {
    long cycles = 1_000_000_000L / 14 * 14;
    for (int t = 0; t < 14; t++) {
      assertThat(Cyclic.triangular(0.1, cycles + t, 1, 3, 11))
          .isEqualTo(Cyclic.triangular(0.1, t, 1, 3, 11));
      assertThat(Schedules.cosineRestarts(0.1, cycles + t, 14, 1, 0))
          .isEqualTo(Schedules.cosineRestarts(0.1, t, 14, 1, 0));
    }
    assertThat(Cyclic.triangular2(0.1, cycles + 3, 1, 3, 11)).isEqualTo(0.1);
  }

  @Test
  void noStepIsTooLong() {
    long far = Long.MAX_VALUE;
    assertThat(Cyclic.triangular(0.1, far - 1, 1, far, far)).isEqualTo(1);
    assertThat(Cyclic.triangular2(0.1, far, 1, 10, 10)).isBetween(0.1, 1.0);
    assertThat(Cyclic.expRange(0.1, far, 1, 10, 10, 0.5)).isEqualTo(0.1);
    assertThat(Schedules.cosineRestarts(0.1, far, 1, far, 0)).isBetween(0.0, 0.1);
    assertThat(Schedules.multiStep(0.1, far, 0.5, new long[] {1, far})).isEqualTo(0.025);
    assertThat(Schedules.linear(0.1, far, 10, 1, 0.5)).isEqualTo(0.05);
    assertThat(Schedules.inverseSqrt(0.1, far, far)).isCloseTo(0.1 / Math.sqrt(2), within(1e-16));
    assertThat(Schedules.inverseTime(0.1, far, 1, 1)).isPositive();
    assertThat(OneCycle.cosine(0.1, far, 100, 0.3, 25, 1e4)).isEqualTo(0.1 / 25 / 1e4);
    assertThat(OneCycle.linear(0.1, far / 2, far, 0.3, 25, 1e4)).isBetween(0.0, 0.1);
  }

  @ParameterizedTest
  @ValueSource(longs = {99, 100, 101, Long.MAX_VALUE})
  void oneCycleHoldsItsLastRate(long t) {
    double last = 0.1 / 25 / 1e4;
    assertThat(OneCycle.cosine(0.1, t, 100, 0.3, 25, 1e4)).isEqualTo(last);
    assertThat(OneCycle.linear(0.1, t, 100, 0.3, 25, 1e4)).isCloseTo(last, within(1e-16));
    assertThat(OneCycle.cosineInThreePhases(0.1, t, 100, 0.3, 25, 1e4)).isEqualTo(last);
    assertThat(OneCycle.linearInThreePhases(0.1, t, 100, 0.3, 25, 1e4))
        .isCloseTo(last, within(1e-16));
  }

  @ParameterizedTest
  @ValueSource(longs = {99, 100, 101, Long.MAX_VALUE})
  void oneCycleHoldsItsLastMomentum(long t) {
    assertThat(OneCycle.cosineMomentum(t, 100, 0.3)).isEqualTo(0.95);
    assertThat(OneCycle.linearMomentum(t, 100, 0.3)).isCloseTo(0.95, within(1e-15));
    assertThat(OneCycle.cosineMomentumInThreePhases(t, 100, 0.3)).isEqualTo(0.95);
    assertThat(OneCycle.linearMomentumInThreePhases(t, 100, 0.3)).isEqualTo(0.95);
  }

  @Test
  void theMomentumIsLowestWhereTheRateIsHighest() {
    assertThat(Cyclic.triangularMomentum(0, 3, 11)).isEqualTo(0.9);
    assertThat(Cyclic.triangularMomentum(3, 3, 11)).isCloseTo(0.8, within(1e-15));
    assertThat(Cyclic.triangular2Momentum(17, 3, 11)).isCloseTo(0.85, within(1e-15));
    assertThat(Cyclic.expRangeMomentum(1, 1, 1, 0.5)).isCloseTo(0.85, within(1e-15));
    assertThat(OneCycle.cosineMomentum(0, 100, 0.3)).isEqualTo(0.95);
    assertThat(OneCycle.cosineMomentum(29, 100, 0.3)).isCloseTo(0.85, within(1e-15));
    assertThat(OneCycle.linearMomentumInThreePhases(58, 100, 0.3)).isCloseTo(0.95, within(1e-15));
    assertThat(OneCycle.linearMomentumInThreePhases(80, 100, 0.3)).isEqualTo(0.95);
  }

  /** Where PyTorch divides by zero: the rise ends at the step that it begins at. */
  @Test
  void oneCycleOfARiseWithoutLengthBeginsAtItsPeak() {
    assertThat(OneCycle.cosine(0.1, 0, 4, 0.25, 25, 1e4)).isEqualTo(0.1);
    assertThat(OneCycle.linear(0.1, 0, 4, 0.25, 25, 1e4)).isEqualTo(0.1);
    assertThat(OneCycle.cosineInThreePhases(0.1, 0, 4, 0.25, 25, 1e4)).isEqualTo(0.1);
    assertThat(OneCycle.linearInThreePhases(0.1, 0, 4, 0.25, 25, 1e4)).isEqualTo(0.1);
  }

  @Test
  void warmupsRiseFromTheirStartFactorToTheRate() {
    assertThat(Schedules.constantWarmup(0.4, 5, 10, 0.25)).isEqualTo(0.1);
    assertThat(Schedules.constantWarmup(0.4, 10, 10, 0.25)).isEqualTo(0.4);
    assertThat(Schedules.exponentialWarmup(0.4, 0, 10, 0.25)).isEqualTo(0.1);
    assertThat(Schedules.exponentialWarmup(0.4, 5, 10, 0.25)).isCloseTo(0.2, within(1e-16));
    assertThat(Schedules.exponentialWarmup(0.4, 10, 10, 0.25)).isEqualTo(0.4);
    assertThat(Schedules.cosineWarmup(0.4, 0, 10, 0.25)).isEqualTo(0.1);
    assertThat(Schedules.cosineWarmup(0.4, 5, 10, 0.25)).isCloseTo(0.25, within(1e-16));
    assertThat(Schedules.cosineWarmup(0.4, 10, 10, 0.25)).isEqualTo(0.4);
  }
}
