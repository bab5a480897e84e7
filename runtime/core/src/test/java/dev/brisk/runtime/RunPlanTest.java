package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunPlanTest {
  @Test
  void isCompleteWithAllThree() {
    assertThat(new RunPlan(1, 2, 3).isComplete()).isTrue();
    assertThat(new RunPlan(0, 2, 3).isComplete()).isFalse();
    assertThat(new RunPlan(1, 0, 3).isComplete()).isFalse();
    assertThat(new RunPlan(1, 2, 0).isComplete()).isFalse();
    assertThat(RunPlan.OPEN.isComplete()).isFalse();
  }

  @Test
  void countsAShortBatchAsAnUpdate() {
    assertThat(new RunPlan(3, 8, 32).steps()).isEqualTo(12);
    assertThat(new RunPlan(3, 8, 33).steps()).isEqualTo(15);
    assertThat(new RunPlan(3, 100, 33).steps()).isEqualTo(3);
  }

  @Test
  void countsSeveralBatchesAsAnUpdate() {
    assertThat(new RunPlan(3, 8, 32, 2).steps()).isEqualTo(6);
    assertThat(new RunPlan(3, 8, 33, 2).steps()).isEqualTo(9);
    assertThat(new RunPlan(3, 8, 33, 2).examplesPerUpdate()).isEqualTo(16);
    assertThat(new RunPlan(3, 0, 33, 2).examplesPerUpdate()).isZero();
    assertThat(new RunPlan(3, 8, 33, 0).isComplete()).isFalse();
  }

  @Test
  void doesNotOverflow() {
    int most = Integer.MAX_VALUE;
    assertThat(new RunPlan(most, 1, most).steps()).isEqualTo((long) most * most);
    assertThat(new RunPlan(2, most, most).steps()).isEqualTo(2);
    assertThat(new RunPlan(2, most, most, most).steps()).isEqualTo(2);
  }
}
