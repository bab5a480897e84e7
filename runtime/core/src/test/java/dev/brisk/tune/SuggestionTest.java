package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** The rules on curves whose answer is known. */
class SuggestionTest {
  /** Two to a decade, 1e-7 to 1. */
  private static final double[] RATES =
      DoubleStream.iterate(1e-7, rate -> rate * Math.sqrt(10)).limit(41).toArray();

  private static double[] losses(double... losses) {
    return losses;
  }

  private static double at(int index) {
    return RATES[index];
  }

  private static double suggested(Suggestion rule, double... losses) {
    return rule.of(Arrays.copyOf(RATES, losses.length), losses).orElseThrow();
  }

  @Test
  void theSteepestSlopeIsThatOfTheLossOrOfItsLogarithm() {
    double[] losses = losses(10, 10, 9, 6, 3.1, 1.1, 0.3, 0.2, 0.25, 1, 5);

    assertThat(suggested(Suggestion.STEEPEST, losses)).isEqualTo(at(3));
    assertThat(suggested(Suggestion.STEEPEST_LOG_LOG, losses)).isEqualTo(at(5));
  }

  @Test
  void aFallAfterTheLowestPointIsNotLookedAt() {
    double[] losses = losses(10, 10, 8, 6, 5, 4.5, 30, 29, 5, 20);

    assertThat(suggested(Suggestion.STEEPEST, losses)).isEqualTo(at(2));
  }

  @Test
  void logarithmsNeedLossesAboveZero() {
    double[] losses = losses(3, 2.9, 1, -0.5, -1, 2);

    assertThat(Suggestion.STEEPEST_LOG_LOG.of(Arrays.copyOf(RATES, 6), losses)).isEmpty();
    assertThat(suggested(Suggestion.STEEPEST, losses)).isEqualTo(at(2));
  }

  @Test
  void theValleyIsTheLongestFallThroughBumps() {
    // Falls at steps 2, 3, 5, 6, 7, 8; step 4 goes up again.
    double[] losses = losses(10, 10, 9, 7, 8, 6, 4, 2, 1, 3, 9);

    assertThat(suggested(Suggestion.VALLEY, losses)).isEqualTo(at(8 - 7 / 2));
  }

  @Test
  void fallsTooSmallToSeeMakeNoValley() {
    double[] losses = {10, 9.99, 9.98, 9.97, 9.96, 9.95, 9.94, 8, 6, 4, 2, 7};

    assertThat(suggested(Suggestion.VALLEY, losses)).isEqualTo(at(10 - 5 / 2));
  }

  @Test
  void theWindowSlidesToWhereBothItsEndsAreAlike() {
    double[] losses = new double[41];
    Arrays.fill(losses, 10);
    for (int i = 20; i < 35; i++) {
      losses[i] = losses[i - 1] - 0.5;
    }
    for (int i = 35; i < 41; i++) {
      losses[i] = losses[i - 1] + 2;
    }

    // The last window of which one end is on the fall, and the other before it.
    assertThat(suggested(Suggestion.SLIDE, losses)).isEqualTo(at(4));
    assertThat(Suggestion.SLIDE.of(RATES, losses(3, 2, 1))).isEmpty();
  }

  @Test
  void aTenthOfTheRateAtTheLowestPoint() {
    assertThat(suggested(Suggestion.MINIMUM_OVER_TEN, losses(3, 2, 1, 4))).isEqualTo(at(2) / 10);
  }
}
