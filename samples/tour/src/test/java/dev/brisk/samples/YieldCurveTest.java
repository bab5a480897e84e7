package dev.brisk.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.check.GradientCheck;
import dev.brisk.samples.YieldCurve.NelsonSiegel;
import dev.brisk.samples.YieldCurve.Point;
import dev.brisk.samples.YieldCurve.Result;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YieldCurveTest {
  private static final double[][] DAYS = Arrays.copyOf(YieldCurve.days(), 12);
  private static final Result RESULT = YieldCurve.run(DAYS);

  @Test
  void oneDirectionIsThousandsOfTimesAsSteepAsAnother() {
    assertThat(RESULT.sharpness().isConverged()).isTrue();
    assertThat(RESULT.sharpness().smallest()).isPositive();
    assertThat(RESULT.condition()).isBetween(4000.0, 5000.0);
  }

  /** The best curve of that day has no hump, by Gauss and Newton's method from twelve starts. */
  @Test
  void adamFindsTheFlatDirectionAndPlainDescentDoesNot() {
    assertThat(RESULT.adam().basisPoints()).isCloseTo(4.583, within(0.001));
    assertThat(RESULT.adam().hump()).isCloseTo(0, within(0.01));
    assertThat(RESULT.adam().time()).isCloseTo(2.250, within(0.01));
    assertThat(RESULT.descent().basisPoints()).isCloseTo(4.583, within(0.02));
    assertThat(RESULT.descent().hump()).isGreaterThan(0.1);
  }

  @Test
  void fewStepsFromTheDayBeforeAreMuchCloserToTheBestThanFromTheStart() {
    assertThat(RESULT.isAsPromised()).isTrue();
    double ofWarm = RESULT.warm().mean() - RESULT.best().mean();
    double ofCold = RESULT.cold().mean() - RESULT.best().mean();
    assertThat(ofWarm).isBetween(-1e-6, 0.02);
    assertThat(ofCold).isGreaterThan(5 * ofWarm);
  }

  @Test
  void gradientThroughTheCouponsIsRight() {
    var trainer = new YieldCurve_NelsonSiegelTrainer(new NelsonSiegel());
    GradientCheck.of(trainer, YieldCurve.examples(DAYS[0])).assertRight();
  }

  @Test
  void predictionsOfTheLastDayAreThoseOfItsCurve() {
    assertThat(RESULT.lastDay()).extracting(Point::quoted).containsExactlyElementsOf(lastDay());
    assertThat(RESULT.lastDay()).allMatch(each -> Math.abs(each.par() - each.quoted()) < 0.25);
  }

  /** {@code exp(-zero t)} is what is left after forward rates from now until {@code t}. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 5, 30})
  void forwardRateIsTheSlopeOfYearsTimesZeroRate(double years) {
    var model = new NelsonSiegel();
    double h = 1e-5 * years;
    double slope =
        ((years + h) * model.zeroRate(years + h) - (years - h) * model.zeroRate(years - h))
            / (2 * h);
    assertThat(model.forwardRate(years)).isCloseTo(slope, within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 30})
  void bondWithTheParYieldAsItsCouponIsWorthItsFaceValue(int years) {
    var model = new NelsonSiegel();
    double price = 100 * discount(model, years);
    for (int half = 1; half <= 2 * years; half++) {
      price += model.parYield(years) / 2 * discount(model, half / 2.0);
    }
    assertThat(price).isCloseTo(100, within(1e-9));
  }

  private static double discount(NelsonSiegel model, double years) {
    return Math.exp(-model.zeroRate(years) / 100 * years);
  }

  private static Iterable<Double> lastDay() {
    return Arrays.stream(DAYS[DAYS.length - 1]).boxed().toList();
  }
}
