package dev.brisk.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FitProgressTest {
  private static final long NO_BUDGET = Long.MAX_VALUE;

  private final Line line = new Line(7, new RunPlan(2, 8, 30));
  private final Line.Points points = Line.points(30);
  private long now = 5_000_000_000L;

  @Test
  void beforeTheFirstUpdateNothingIsMeasured() {
    FitProgress progress = new FitProgress(line, 2, 8, NO_BUDGET, () -> now);
    progress.begin(1, 30, 0);
    now += 1_000_000_000L;
    assertThat(progress.loss()).isNaN();
    assertThat(progress.learningRate()).isEqualTo(0.1);
    assertThat(progress.examplesPerSecond()).isZero();
    assertThat(progress.remaining()).isEmpty();
    assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void tellsHowFarItHasComeAndHowLongItWillTake() {
    FitProgress progress = new FitProgress(line, 2, 8, NO_BUDGET, () -> now);
    progress.begin(1, 30, 0);
    progress.update(line.trainBatch(points, 0, 8), 8);
    double loss = line.trainBatch(points, 8, 16);
    progress.update(loss, 8);
    now += 4_000_000_000L;

    assertThat(progress.epoch()).isEqualTo(1);
    assertThat(progress.lastEpoch()).isEqualTo(2);
    assertThat(progress.step()).isEqualTo(2);
    assertThat(progress.lastStep()).isEqualTo(8);
    assertThat(progress.examples()).isEqualTo(16);
    assertThat(progress.examplesOfEpoch()).isEqualTo(30);
    assertThat(progress.loss()).isEqualTo(loss);
    assertThat(progress.learningRate()).isEqualTo(line.learningRateAt(1));
    assertThat(progress.examplesPerSecond()).isCloseTo(4, within(1e-12));
    assertThat(progress.remaining()).hasValue(Duration.ofSeconds(12));
  }

  @Test
  void ofARunThatIsTakenUpItMeasuresWhatIsDoneNow() {
    line.trainBatch(points, 0, 8);
    line.trainBatch(points, 8, 16);
    FitProgress progress = new FitProgress(line, 2, 8, NO_BUDGET, () -> now);
    progress.begin(1, 30, 16);
    progress.update(line.trainBatch(points, 16, 24), 8);
    now += 2_000_000_000L;

    assertThat(progress.examples()).isEqualTo(24);
    assertThat(progress.examplesPerSecond()).isCloseTo(4, within(1e-12));
    assertThat(progress.remaining()).hasValue(Duration.ofSeconds(10));
  }

  @Test
  void theTimeBetweenTwoEpochsOfTheCallerDoesNotCount() {
    FitProgress progress = new FitProgress(line, 2, 8, NO_BUDGET, () -> now);
    now += 1_000_000_000L;
    progress.rest();
    now += 7_000_000_000L;
    assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(1));
    progress.goOn();
    now += 2_000_000_000L;
    assertThat(progress.elapsed()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void whatIsLeftOfTheTimeBudgetMayBeLess() {
    FitProgress progress = new FitProgress(line, 2, 8, 7_000_000_000L, () -> now);
    progress.begin(1, 30, 0);
    progress.update(line.trainBatch(points, 0, 8), 8);
    now += 4_000_000_000L;
    assertThat(progress.isTimeOver()).isFalse();
    assertThat(progress.remaining()).hasValue(Duration.ofSeconds(3));
    now += 3_000_000_000L;
    assertThat(progress.isTimeOver()).isTrue();
    assertThat(progress.remaining()).hasValue(Duration.ZERO);
  }
}
