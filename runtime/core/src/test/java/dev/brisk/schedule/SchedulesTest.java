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
}
