package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brisk.ScalingRule;
import org.junit.jupiter.api.Test;

class BatchScaleTest {
  @Test
  void followsTheExamplesInProportionOrByTheirRoot() {
    assertThat(new BatchScale(256, ScalingRule.LINEAR).factor(1024)).isEqualTo(4);
    assertThat(new BatchScale(256, ScalingRule.LINEAR).factor(64)).isEqualTo(0.25);
    assertThat(new BatchScale(256, ScalingRule.SQUARE_ROOT).factor(1024)).isEqualTo(2);
  }

  @Test
  void leavesTheRateAloneWhereTheExamplesAreNotKnown() {
    assertThat(new BatchScale(256, ScalingRule.LINEAR).factor(0)).isEqualTo(1);
  }
}
