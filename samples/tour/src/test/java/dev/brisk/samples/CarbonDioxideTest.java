package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.check.GradientCheck;
import dev.brisk.samples.CarbonDioxide.Backtest;
import dev.brisk.samples.CarbonDioxide.HoltWinters;
import dev.brisk.samples.CarbonDioxide.Origin;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CarbonDioxideTest {
  private static final double[] PPM = CarbonDioxide.monthly();
  private static final Backtest BACKTEST = CarbonDioxide.run(PPM);

  @Test
  void forecastsAreAsGoodAsPromised() {
    assertThat(BACKTEST.isAsPromised()).isTrue();
    assertThat(BACKTEST.origins()).hasSize(46).allMatch(each -> each.error() < each.naive());
    assertThat(BACKTEST.mean(Origin::error)).isLessThan(0.45);
    assertThat(BACKTEST.mean(Origin::naive)).isGreaterThan(2);
    assertThat(BACKTEST.mean(Origin::drift)).isGreaterThan(0.55);
  }

  @Test
  void theDriftIsAtTimesTheBetterForecast() {
    assertThat(BACKTEST.wins()).isBetween(25L, 35L);
  }

  @Test
  void fewOriginsSayLittle() {
    assertThat(meanOfEveryFourth(0)).isCloseTo(0.55, within(0.02));
    assertThat(meanOfEveryFourth(1)).isCloseTo(0.38, within(0.02));
  }

  private static double meanOfEveryFourth(int first) {
    return IntStream.iterate(first, i -> i < BACKTEST.origins().size(), i -> i + 4)
        .mapToDouble(i -> BACKTEST.origins().get(i).error())
        .average()
        .orElseThrow();
  }

  @Test
  void nothingIsLearntFromTheFuture() {
    int known = 25 * 12;
    double[] other = PPM.clone();
    Arrays.fill(other, known, other.length, 0);

    Origin last = CarbonDioxide.run(Arrays.copyOf(other, known + 24)).origins().get(5);

    assertThat(last.year()).isEqualTo(1959 + 25);
    assertThat(last.forecast()).containsExactly(BACKTEST.origins().get(5).forecast());
    assertThat(last.error()).isGreaterThan(100);
  }

  @Test
  void gradientThroughTheSeriesIsRight() {
    var trainer = new CarbonDioxide_HoltWintersTrainer(new HoltWinters());
    double[][] years = {Arrays.copyOf(PPM, 5 * 12)};
    GradientCheck.of(trainer, CarbonDioxide_HoltWintersTrainer.examples(years)).assertRight();
  }

  @Test
  void whatRepeatsItselfAlongALineIsForecastExactly() {
    double[] series = IntStream.range(0, 84).mapToDouble(CarbonDioxideTest::regular).toArray();

    var model = new HoltWinters();

    double[] past = Arrays.copyOf(series, 60);
    assertThat(model.loss(past)).isLessThan(1e-20);
    assertThat(model.forecast(past))
        .containsExactly(Arrays.copyOfRange(series, 60, 84), within(1e-9));
  }

  private static double regular(int month) {
    return 300 + 0.25 * month + 3 * Math.sin(2 * Math.PI * month / 12);
  }
}
