package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.brisk.samples.Lesson11AdaptiveMethods.Best;
import dev.brisk.samples.Lesson11AdaptiveMethods.Race;
import dev.brisk.samples.digits.DigitImages;
import dev.brisk.tune.Outcome;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Lesson11AdaptiveMethodsTest {
  private List<Best> bests = List.of();

  @BeforeAll
  void raceEachMethodAtItsBestRate() {
    bests = Race.run(DigitImages.load(), 40, 0, 1, 2);
  }

  @Test
  void columnsOfAThousandScalesDifferByExactlyThat() {
    double[][] units = Lesson11AdaptiveMethods.inUnits(new double[][] {ones()});

    assertThat(units[0][63] / units[0][0])
        .isCloseTo(Lesson11AdaptiveMethods.SPREAD, withinPercentage(1e-9));
  }

  @Test
  void theRateOfDescentIsBoundedByTheLargestColumnAndThatOfAdamIsNot() {
    assertThat(rate(0)).isLessThan(bests.get(0).bound());
    assertThat(rate(4)).isGreaterThan(10 * bests.get(4).bound());
  }

  @Test
  void momentumIsAheadOfDescentWithEverySeedAndAdaptiveMethodsAreAheadOfBoth() {
    assertThat(worst(1)).isLessThan(bestOf(0));
    for (int adaptive : new int[] {2, 3, 4}) {
      assertThat(outcome(adaptive).median())
          .as(bests.get(adaptive).method())
          .isLessThan(outcome(1).median());
    }
  }

  @Test
  void standardisedColumnsLetPlainDescentComeLowerThanAllOfThem() {
    for (int other = 0; other < 5; other++) {
      assertThat(worst(5)).as(bests.get(other).method()).isLessThan(bestOf(other));
    }
  }

  private static double[] ones() {
    double[] ones = new double[64];
    Arrays.fill(ones, 1);
    return ones;
  }

  private Outcome outcome(int method) {
    return bests.get(method).outcome();
  }

  private double rate(int method) {
    return outcome(method).learningRate();
  }

  private double worst(int method) {
    return Collections.max(outcome(method).values());
  }

  private double bestOf(int method) {
    return Collections.min(outcome(method).values());
  }
}
