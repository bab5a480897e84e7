package dev.brisk.tune;

import static dev.brisk.ScalingRule.LINEAR;
import static dev.brisk.ScalingRule.SQUARE_ROOT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BatchChangeTest {
  /** Goyal et al.: 0.1 for 256 images is 3.2 for 8,192, after five epochs from 0.1. */
  @Test
  void scalesAsForImageNetInAnHour() {
    BatchChange change = new BatchChange(256, 8192, LINEAR);
    assertThat(change.learningRate(0.1)).isCloseTo(3.2, within(1e-15));
    assertThat(change.learningRate(0.1) * change.startFactor()).isCloseTo(0.1, within(1e-15));
    assertThat(change.warmupSteps(1_281_167)).isEqualTo(5 * 157);
  }

  @Test
  void theSquareRootRuleKeepsTheVarianceOfAnUpdate() {
    BatchChange change = new BatchChange(64, 1024, SQUARE_ROOT);
    assertThat(change.factor()).isEqualTo(4);
    assertThat(change.startFactor()).isEqualTo(0.25);
  }

  /** An average over 1 / (1 - beta) updates of 64 examples is one over a quarter as many of 256. */
  @Test
  void settingsOfAdamFollow() {
    BatchChange change = new BatchChange(64, 256, SQUARE_ROOT);
    assertThat(change.beta(0.9)).isCloseTo(0.6, within(1e-15));
    assertThat(change.beta(0.999)).isCloseTo(0.996, within(1e-15));
    assertThat(change.epsilon(1e-8)).isEqualTo(0.5e-8);
  }

  @Test
  void aSmallerBatchNeedsNoWarmup() {
    BatchChange change = new BatchChange(256, 64, LINEAR);
    assertThat(change.learningRate(0.1)).isEqualTo(0.025);
    assertThat(change.warmupSteps(1000)).isZero();
    assertThat(change.startFactor()).isEqualTo(1);
  }

  @Test
  void warmupIsCountedInUpdatesWithTheLastShortOne() {
    BatchChange change = new BatchChange(32, 64, LINEAR);
    assertThat(change.warmupSteps(1438)).isEqualTo(5 * 23);
    assertThat(change.warmupSteps(1438, 2)).isEqualTo(2 * 23);
    assertThat(change.warmupSteps(64)).isEqualTo(5);
    assertThat(change.warmupSteps(65)).isEqualTo(10);
    assertThat(change.warmupSteps(Integer.MAX_VALUE)).isEqualTo(5L * 33_554_432);
  }

  @Test
  void refusesWhatIsNoChange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BatchChange(0, 64, LINEAR))
        .withMessage("from is 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BatchChange(64, -1, LINEAR))
        .withMessage("to is -1, expected at least 1");
    BatchChange change = new BatchChange(64, 1024, SQUARE_ROOT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.learningRate(0))
        .withMessage("learningRate is 0.0, expected a finite value above 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.beta(1))
        .withMessage("beta is 1.0, expected in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.beta(0.5))
        .withMessage("to is 1024, expected at most 128 for a beta of 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.epsilon(-1))
        .withMessage("epsilon is -1.0, expected a finite value of at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change.warmupSteps(0))
        .withMessage("examples is 0, expected at least 1");
  }
}
