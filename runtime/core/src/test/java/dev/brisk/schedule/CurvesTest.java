package dev.brisk.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.LongToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Whole runs of PyTorch's schedulers, written by curves.py beside them. */
class CurvesTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/goldens/curves.csv", numLinesToSkip = 1, maxCharsPerColumn = 20_000)
  void agreesWithPyTorch(String schedule, String settings, String rates) {
    LongToDoubleFunction actual = curve(schedule, numbers(settings));
    double[] expected = numbers(rates);
    for (int t = 0; t < expected.length; t++) {
      assertThat(actual.applyAsDouble(t))
          .as("step %d", t)
          .isCloseTo(expected[t], within(1e-12 * expected[t]));
    }
  }

  private static LongToDoubleFunction curve(String schedule, double[] s) {
    double rate = s[0];
    return switch (schedule) {
      case "step" -> t -> Schedules.step(rate, t, (long) s[1], s[2]);
      case "exponential" -> t -> Schedules.exponential(rate, t, s[1]);
      case "cosine" -> t -> Schedules.cosine(rate, t, (long) s[1], s[2]);
      case "multiStep" -> {
        long[] milestones = Arrays.stream(s).skip(2).mapToLong(x -> (long) x).toArray();
        yield t -> Schedules.multiStep(rate, t, s[1], milestones);
      }
      case "linear" -> t -> Schedules.linear(rate, t, (long) s[1], s[2], s[3]);
      case "polynomial" -> t -> Schedules.polynomial(rate, t, (long) s[1], s[2], 0);
      case "cosineRestarts" ->
          t -> Schedules.cosineRestarts(rate, t, (long) s[1], (long) s[2], s[3]);
      case "triangular" -> t -> Cyclic.triangular(rate, t, s[1], (long) s[2], (long) s[3]);
      case "triangular2" -> t -> Cyclic.triangular2(rate, t, s[1], (long) s[2], (long) s[3]);
      case "exp_range" -> t -> Cyclic.expRange(rate, t, s[1], (long) s[2], (long) s[3], s[4]);
      case "oneCycle cos" -> t -> OneCycle.cosine(rate, t, (long) s[1], s[2], s[3], s[4]);
      case "oneCycle linear" -> t -> OneCycle.linear(rate, t, (long) s[1], s[2], s[3], s[4]);
      case "oneCycle cosInThreePhases" ->
          t -> OneCycle.cosineInThreePhases(rate, t, (long) s[1], s[2], s[3], s[4]);
      case "oneCycle linearInThreePhases" ->
          t -> OneCycle.linearInThreePhases(rate, t, (long) s[1], s[2], s[3], s[4]);
      case "momentum triangular" -> t -> Cyclic.triangularMomentum(t, (long) s[0], (long) s[1]);
      case "momentum triangular2" -> t -> Cyclic.triangular2Momentum(t, (long) s[0], (long) s[1]);
      case "momentum exp_range" -> t -> Cyclic.expRangeMomentum(t, (long) s[0], (long) s[1], s[2]);
      case "momentum cos" -> t -> OneCycle.cosineMomentum(t, (long) s[0], s[1]);
      case "momentum linear" -> t -> OneCycle.linearMomentum(t, (long) s[0], s[1]);
      case "momentum cosInThreePhases" ->
          t -> OneCycle.cosineMomentumInThreePhases(t, (long) s[0], s[1]);
      case "momentum linearInThreePhases" ->
          t -> OneCycle.linearMomentumInThreePhases(t, (long) s[0], s[1]);
      default -> throw new IllegalArgumentException(schedule);
    };
  }

  private static double[] numbers(String text) {
    return Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
  }
}
