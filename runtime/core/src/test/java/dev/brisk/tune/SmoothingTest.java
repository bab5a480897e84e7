package dev.brisk.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmoothingTest {
  @Test
  void theMovingAverageIsCorrectedForItsBeginning() {
    double[] smoothed = Smoothing.movingAverage(0.5).of(new double[] {4, 4, 1});

    assertThat(smoothed).containsExactly(new double[] {4, 4, (1 + 2 + 1) / 1.75}, within(1e-15));
  }

  @Test
  void localRegressionLeavesALineWhereItIs() {
    double[] line = IntStream.range(0, 40).mapToDouble(i -> 3 - 0.1 * i).toArray();

    assertThat(Smoothing.localRegression(0.2).of(line)).containsExactly(line, within(1e-12));
  }

  @Test
  void localRegressionTakesAtLeastThreeSteps() {
    double[] few = {3, 2, 4, 1};

    assertThat(Smoothing.localRegression(0.01).of(few)).hasSize(4);
    assertThat(Smoothing.localRegression(0.01).of(new double[] {3, 2})).containsExactly(3, 2);
  }

  @Test
  void bothTakeNoiseAway() {
    Random random = new Random(1);
    double[] noise = random.doubles(200, 0, 2).toArray();

    for (Smoothing each :
        new Smoothing[] {Smoothing.movingAverage(0.95), Smoothing.localRegression(0.3)}) {
      double[] smoothed = each.of(noise);
      assertThat(IntStream.range(100, 200).mapToDouble(i -> smoothed[i]).toArray())
          .as(each.toString())
          .containsOnly(IntStream.range(0, 100).mapToDouble(i -> 1).toArray(), within(0.35));
    }
    assertThat(Smoothing.none().of(noise)).isEqualTo(noise);
  }
}
