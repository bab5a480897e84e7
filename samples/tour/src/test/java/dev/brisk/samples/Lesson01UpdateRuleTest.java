package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.analysis.Quadratic;
import dev.brisk.analysis.Regime;
import org.junit.jupiter.api.Test;

class Lesson01UpdateRuleTest {
  @Test
  void firstStepsAreThoseWorkedByHandToTheBit() {
    double[] weights = Lesson01UpdateRule.descend(0.1, 3).weights();

    assertThat(weights).hasSize(4);
    assertThat(weights[0]).isZero();
    for (int t = 0; t < 3; t++) {
      assertThat(weights[t + 1]).isEqualTo(weights[t] - 0.1 * (2 * (weights[t] - 3)));
    }
    assertThat(weights[1]).isEqualTo(0.6000000000000001);
    assertThat(weights[2]).isEqualTo(1.08);
    assertThat(weights[3]).isEqualTo(1.464);
  }

  @Test
  void ratesAreOfTheRegimesThatTheLessonNames() {
    assertThat(Lesson01UpdateRule.RATES)
        .extracting(rate -> Lesson01UpdateRule.descend(rate, 20).regime())
        .containsExactly(Regime.MONOTONE, Regime.MONOTONE, Regime.OSCILLATING, Regime.DIVERGENT)
        .isEqualTo(Lesson01UpdateRule.RATES.stream().map(Quadratic.of(2, 3)::regime).toList());
  }

  @Test
  void theSlowRateIsAThirdOfTheWayWhereTheFastOnesHaveArrived() {
    assertThat(reached(0.01)).isBetween(0.99, 1.0);
    assertThat(reached(0.1)).isBetween(2.96, 3.0);
    assertThat(reached(0.9)).isBetween(2.96, 3.0);
    assertThat(reached(1.1)).isLessThan(-100);
  }

  private static double reached(double rate) {
    return Lesson01UpdateRule.descend(rate, 20).weights()[20];
  }
}
