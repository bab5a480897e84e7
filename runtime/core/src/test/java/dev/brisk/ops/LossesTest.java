package dev.brisk.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Formulas as they stand in books, the far ends of the range, and what is refused. */
class LossesTest {
  @ParameterizedTest
  @MethodSource("points")
  void agreesWithTheTextbook(double x, double y) {
    double error = x - y;
    assertThat(Losses.squared(x, y)).isEqualTo(error * error);
    assertThat(Losses.absolute(x, y)).isEqualTo(Math.abs(error));
    assertThat(Losses.logCosh(x, y)).isCloseTo(Math.log(Math.cosh(error)), within(1e-14));
    double pinball = error < 0 ? 0.8 * -error : 0.2 * error;
    assertThat(Losses.quantile(x, y, 0.8)).isCloseTo(pinball, within(1e-14));
    double huber = Math.abs(error) < 1.5 ? error * error / 2 : 1.5 * Math.abs(error) - 1.125;
    assertThat(Losses.huber(x, y, 1.5)).isCloseTo(huber, within(1e-14));
    assertThat(Losses.hinge(x, 1)).isEqualTo(Math.max(0, 1 - x));
    assertThat(Losses.hinge(x, -1)).isEqualTo(Math.max(0, 1 + x));
    assertThat(Losses.poisson(x, 3)).isCloseTo(Math.exp(x) - 3 * x, within(1e-14));

    double probability = 1 / (1 + Math.exp(-x));
    double entropy = -0.3 * Math.log(probability) - 0.7 * Math.log(1 - probability);
    assertThat(Losses.binaryCrossEntropy(x, 0.3)).isCloseTo(entropy, within(1e-13));
    double likelihood = Math.exp(x) / (Math.exp(x) + Math.exp(y));
    assertThat(Losses.softmaxCrossEntropy(new double[] {x, y}, 0))
        .isCloseTo(-Math.log(likelihood), within(1e-13));
  }

  private static Stream<Arguments> points() {
    var random = new SplittableRandom(20);
    return Stream.generate(() -> Arguments.of(random.nextDouble(-6, 6), random.nextDouble(-6, 6)))
        .limit(100);
  }

  @Test
  void logCoshIsAccurateForErrorsOfEverySize() {
    assertThat(Losses.logCosh(1e-9, 0)).isEqualTo(5e-19, within(1e-34));
    assertThat(Losses.logCosh(1e-150, 0)).isEqualTo(5e-301, within(1e-315));
    assertThat(Losses.logCosh(1.0, 0)).isCloseTo(Math.log(Math.cosh(1)), within(1e-15));
    double below = Losses.logCosh(Math.nextDown(1.0), 0);
    assertThat(Losses.logCosh(1.0, 0) - below).isBetween(0.0, 1e-15);
    assertThat(Losses.logCosh(1e5, 0)).isEqualTo(1e5 - Math.log(2));
    assertThat(Losses.logCosh(-1e300, 0)).isEqualTo(1e300);
    assertThat(Losses.logCoshByPrediction(-1e300, 0)).isEqualTo(-1);
  }

  @Test
  void quantileReachesTheEndsOfTheRange() {
    assertThat(Losses.quantile(1e300, 0, 0.25)).isEqualTo(0.75e300);
    assertThat(Losses.quantile(-1e300, 0, 0.25)).isEqualTo(0.25e300);
  }

  @Test
  void kinksHaveTheSubgradientThatIsStated() {
    assertThat(Losses.absoluteByPrediction(2.0, 2)).isZero();
    assertThat(Losses.absoluteByTarget(2.0, 2)).isZero();
    assertThat(Losses.quantileByPrediction(2, 2, 0.9)).isZero();
    assertThat(Losses.quantileByTarget(2, 2, 0.9)).isZero();
    assertThat(Losses.hingeByScore(1.0, 1)).isEqualTo(-1);
    assertThat(Losses.hingeByScore(-1.0, -1)).isEqualTo(1);
    assertThat(Losses.hingeByScore(Math.nextUp(1.0), 1)).isZero();
  }

  @Test
  void nanGivesNan() {
    assertThat(Losses.squared(Double.NaN, 1)).isNaN();
    assertThat(Losses.absolute(1, Double.NaN)).isNaN();
    assertThat(Losses.huber(Double.NaN, 1, 1)).isNaN();
    assertThat(Losses.logCosh(Double.NaN, 1)).isNaN();
    assertThat(Losses.quantile(Double.NaN, 1, 0.5)).isNaN();
    assertThat(Losses.hinge(Double.NaN, 1)).isNaN();
    assertThat(Losses.poisson(Double.NaN, 1)).isNaN();
    assertThat(Losses.binaryCrossEntropy(Double.NaN, 1)).isNaN();
    assertThat(Losses.softmaxCrossEntropy(new double[] {1, Double.NaN}, 0)).isNaN();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsOutOfRange(ThrowingCallable loss, String message) {
    assertThatIllegalArgumentException().isThrownBy(loss).withMessage(message);
  }

  private static Stream<Arguments> refused() {
    return Stream.of(
        refused(() -> Losses.huber(1.0, 2.0, 0.0), "delta is 0.0, expected a positive value"),
        refused(() -> Losses.huber(1f, 2f, -1f), "delta is -1.0, expected a positive value"),
        refused(() -> Losses.quantile(1.0, 2.0, 1.0), "q is 1.0, expected in (0, 1)"),
        refused(() -> Losses.quantile(1f, 2f, 0f), "q is 0.0, expected in (0, 1)"),
        refused(() -> Losses.hinge(1.0, 0.0), "label is 0.0, expected -1 or 1"),
        refused(() -> Losses.hinge(1f, Float.NaN), "label is NaN, expected -1 or 1"),
        refused(() -> Losses.poisson(1.0, -2.0), "count is -2.0, expected at least 0"),
        refused(() -> Losses.binaryCrossEntropy(1.0, -1.0), "target is -1.0, expected in [0, 1]"),
        refused(() -> Losses.binaryCrossEntropy(1f, 1.5f), "target is 1.5, expected in [0, 1]"));
  }

  private static Arguments refused(ThrowingCallable loss, String message) {
    return Arguments.of(loss, message);
  }
}
