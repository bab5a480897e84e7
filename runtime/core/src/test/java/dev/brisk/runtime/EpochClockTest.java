package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpochClockTest {
  private static final int STEPS_PER_EPOCH = 4;

  /** Five epochs of four steps. */
  private static final RunPlan RUN = new RunPlan(5, 8, 30);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 4, 5, 8, 19})
  void tellsBeforehandWhatItWillCount(long warmup) {
    EpochClock clock = new EpochClock(RUN);
    EpochClock asked = new EpochClock(RUN);
    long end = asked.runEnd(0, warmup);
    for (long t = 0; t < 20; t++) {
      if (t > 0 && t % STEPS_PER_EPOCH == 0) {
        clock.endEpoch(t, warmup);
      }
      if (t >= warmup) {
        assertThat(asked.at(t, 0, warmup))
            .as("epochs before step %d", t)
            .isEqualTo(clock.at(t, t, warmup))
            .isEqualTo(t / STEPS_PER_EPOCH - warmup / STEPS_PER_EPOCH);
      }
      assertThat(clock.runEnd(t, warmup)).isEqualTo(end);
    }
    assertThat(end).isEqualTo(5 - warmup / STEPS_PER_EPOCH);
  }

  @Test
  void countsEpochsOfAnyLength() {
    EpochClock clock = new EpochClock(RunPlan.OPEN);
    clock.endEpoch(3, 0);
    clock.endEpoch(10, 0);
    assertThat(clock.at(10, 12, 0)).isEqualTo(2);
    assertThat(clock.at(12, 12, 0)).isEqualTo(2);
  }

  @Test
  void toldAfterwardsAnEpochIsAsLongAsOthers() {
    EpochClock clock = new EpochClock(RUN);
    for (long t = 4; t <= 12; t += 4) {
      clock.endEpoch(t, 0);
    }
    assertThat(clock.at(3, 12, 0)).isZero();
    assertThat(clock.at(4, 12, 0)).isEqualTo(1);
    assertThat(clock.at(11, 12, 0)).isEqualTo(2);
  }

  @Test
  void asksForTheStepsOfAnEpochOnlyForOtherEpochs() {
    EpochClock clock = new EpochClock(RunPlan.OPEN);
    assertThat(clock.at(0, 0, 0)).isZero();
    assertThatIllegalStateException()
        .isThrownBy(() -> clock.at(1, 0, 0))
        .withMessageContaining("@Training(epochs, batchSize, examples)");
  }

  @Test
  void theEpochsOfTheRunAreEnoughForItsEnd() {
    EpochClock clock = new EpochClock(new RunPlan(7, 0, 0));
    assertThat(clock.runEnd(0, 0)).isEqualTo(7);
    clock.endEpoch(8, 10);
    clock.endEpoch(16, 10);
    assertThat(clock.at(16, 16, 10)).isEqualTo(1);
    assertThat(clock.runEnd(16, 10)).isEqualTo(6);
  }

  @Test
  void anotherRunBeginsWhereTheLastEnded() {
    EpochClock clock = new EpochClock(RUN);
    clock.beginRun(RUN, 0);
    for (long t = 4; t <= 20; t += 4) {
      clock.endEpoch(t, 6);
    }
    clock.beginRun(new RunPlan(2, 10, 30), 20);
    assertThat(clock.runStart()).isEqualTo(4);
    assertThat(clock.runEnd(20, 6)).isEqualTo(6);
    assertThat(clock.at(23, 20, 6)).isEqualTo(5);
  }
}
