package dev.brisk.report.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.report.chart.Line;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepSeriesTest {
  private final StepSeries series = new StepSeries();

  @Test
  void keepsEveryValueOfAShortRun() {
    for (int step = 0; step < StepSeries.BUCKETS; step++) {
      series.add(step, Math.sin(step));
    }
    Line line = series.curve("loss").points();
    assertThat(line.xs())
        .containsExactly(LongStream.range(0, StepSeries.BUCKETS).asDoubleStream().toArray());
    assertThat(line.ys()).isEqualTo(Arrays.stream(line.xs()).map(Math::sin).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {513, 1_000_000, 1 << 20})
  void keepsTheExtremesAndBothEndsOfALongRunInBoundedMemory(int steps) {
    Random random = new Random(7);
    double[] values = random.doubles(steps, 1, 2).toArray();
    values[steps / 3] = 100;
    values[steps / 5] = -100;
    for (int step = 0; step < steps; step++) {
      series.add(step, values[step]);
    }
    Line line = series.curve("loss").points();

    assertThat(line.size()).isBetween(StepSeries.BUCKETS / 2, 4 * StepSeries.BUCKETS);
    double[] xs = line.xs();
    double[] ys = line.ys();
    assertThat(ys).contains(100, -100);
    assertThat(xs).startsWith(0).endsWith(steps - 1);
    for (int i = 0; i < xs.length; i++) {
      assertThat(ys[i]).isEqualTo(values[(int) xs[i]]);
      assertThat(i == 0 || xs[i] > xs[i - 1]).isTrue();
    }
  }

  @Test
  void everyBucketHasItsExtremes() {
    int steps = 4 * StepSeries.BUCKETS;
    for (int step = 0; step < steps; step++) {
      series.add(step, step % 4 == 1 ? 9 : step % 4 == 2 ? -9 : 0);
    }
    assertThat(series.curve("loss").points().size()).isEqualTo(steps);
  }

  @Test
  void meansAreThoseOfStretchesOfEqualLength() {
    int steps = 64 * 200;
    for (int step = 0; step < steps; step++) {
      series.add(step, step % 2 == 0 ? step + 10 : step - 10);
    }
    Line means = series.curve("loss").means();
    assertThat(means.size()).isBetween(StepSeries.STRETCHES / 2, StepSeries.STRETCHES);
    assertThat(means.ys()).containsExactly(means.xs(), within(1e-9));
  }

  @Test
  void ofFewUpdatesTheMeansAreThemselves() {
    series.add(3, 5);
    series.add(4, 7);
    assertThat(series.curve("loss").means()).isEqualTo(series.curve("loss").points());
  }

  @Test
  void leavesOutWhatIsNotFinite() {
    series.add(0, Double.POSITIVE_INFINITY);
    series.add(1, 5);
    series.add(2, Double.NaN);
    assertThat(series.curve("ratio").points().xs()).containsExactly(1);
    assertThat(series.curve("ratio").points().ys()).containsExactly(5);
  }

  @Test
  void forgetsWhatWasTakenBack() {
    for (int step = 0; step < 10; step++) {
      series.add(step, step);
    }
    series.add(4, 40);
    series.add(5, 50);
    assertThat(series.curve("loss").points().ys()).containsExactly(0, 1, 2, 3, 40, 50);
  }

  @Test
  void ofALongRunThatWasTakenBackNothingOfTheOtherCourseIsLeft() {
    int steps = 10_000;
    for (int step = 0; step < steps; step++) {
      series.add(step, step < 4321 ? 1 : 1000);
    }
    for (int step = 4321; step < steps; step++) {
      series.add(step, 2);
    }
    Line line = series.curve("loss").points();
    assertThat(line.ys()).containsOnly(1, 2);
    assertThat(line.xs()).endsWith(steps - 1);
  }

  @Test
  void aRunThatIsTakenBackToItsStartBeginsAnew() {
    series.add(0, 1);
    series.add(1, 2);
    series.add(0, 3);
    assertThat(series.curve("loss").points().ys()).containsExactly(3);
  }

  @Test
  void aRunMayBeginAtAnyStep() {
    series.add(700, 1);
    series.add(701, 2);
    assertThat(series.curve("loss").points().xs()).containsExactly(700, 701);
  }
}
