package dev.brisk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RateJudgementTest {
  private static final StabilityBounds BOUNDS = new StabilityBounds(12.2);

  @Test
  void rateAboveTheBoundIsUnstable() {
    RateJudgement judgement = BOUNDS.judge(0.3);

    assertThat(judgement.isStable()).isFalse();
    assertThat(judgement)
        .hasToString("learning rate 0.3 is 1.8 times the bound 2/L = 0.164: unstable");
  }

  @Test
  void rateBelowTheBoundIsStable() {
    assertThat(BOUNDS.judge(0.01))
        .hasToString("learning rate 0.01 is 0.061 times the bound 2/L = 0.164: stable");
    assertThat(BOUNDS.judge(0.1))
        .hasToString(
            "learning rate 0.1 is 0.61 times the bound 2/L = 0.164: stable, swinging across the"
                + " steepest direction");
  }

  @Test
  void formOfDescentHasItsOwnFormula() {
    assertThat(BOUNDS.judge(0.3, Descent.heavyBall(0.9)))
        .hasToString("learning rate 0.3 is 0.96 times the bound 2 (1 + 0.9)/L = 0.311: stable");
    assertThat(BOUNDS.judge(0.3, Descent.nesterov(0.9)))
        .hasToString(
            "learning rate 0.3 is 2.7 times the bound 2 (1 + 0.9)/(L (1 + 1.8)) = 0.111:"
                + " unstable");
    assertThat(BOUNDS.judge(0.3, Descent.plain().withWeightDecay(0.1)))
        .hasToString("learning rate 0.3 is 1.8 times the bound 2/(L + 0.1) = 0.163: unstable");
  }

  @Test
  void rateThatIsNoneIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOUNDS.judge(Double.NaN))
        .withMessage("the learning rate is NaN, expected finite and at least 0");
  }
}
