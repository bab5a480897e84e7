package dev.brisk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuadraticTest {
  private static final Offset<Double> CLOSE = within(1e-12);

  /** The lesson's {@code (w - 3)^2}. */
  private static final Quadratic LESSON = Quadratic.of(2, 3);

  @Test
  void lessonHasTheBoundOneAndTheBestRateOneHalf() {
    assertThat(LESSON.bounds().gradientDescent()).isEqualTo(1);
    assertThat(LESSON.bounds().withoutOvershoot()).isEqualTo(0.5);
    assertThat(LESSON.bestRate()).isEqualTo(0.5);
    assertThat(LESSON.bestContraction()).isZero();
    assertThat(LESSON.loss(0)).isEqualTo(9);
    assertThat(LESSON.gradient(0)).containsExactly(-6);
  }

  @ParameterizedTest
  @CsvSource({
    "0,    1,    ON_THE_BOUND",
    "0.01, 0.98, MONOTONE",
    "0.1,  0.8,  MONOTONE",
    "0.5,  0,    ONE_STEP",
    "0.9,  0.8,  OSCILLATING",
    "1,    1,    ON_THE_BOUND",
    "1.1,  1.2,  DIVERGENT"
  })
  void rateDecidesWhatTheErrorDoes(double rate, double contraction, Regime regime) {
    assertThat(LESSON.contraction(rate)).isCloseTo(contraction, CLOSE);
    assertThat(LESSON.regime(rate)).isEqualTo(regime);
  }

  /** {@code 0.1 * 20} is a little more than 2 in binary fractions of other sizes. */
  @ParameterizedTest
  @CsvSource({"0.1, 20", "0.7, 2.857142857142857", "0.3, 6.666666666666667"})
  void boundIsTheBoundDespiteRounding(double rate, double curvature) {
    assertThat(Quadratic.of(curvature, 0).regime(rate)).isEqualTo(Regime.ON_THE_BOUND);
  }

  /** Each step of the lesson's rates multiplies the distance to 3 by {@code 1 - 2 r}. */
  @ParameterizedTest
  @CsvSource({"0.01", "0.1", "0.5", "0.9", "1", "1.1"})
  void trajectoryIsTheClosedForm(double rate) {
    Trajectory way = LESSON.descend(Descent.plain(), rate, 20, 0);

    for (int t = 0; t <= 20; t++) {
      double error = -3 * Math.pow(1 - 2 * rate, t);
      assertThat(way.point(t)[0]).isCloseTo(3 + error, within(1e-9));
      assertThat(way.losses()[t]).isCloseTo(error * error, within(1e-6));
    }
    assertThat(way.steps()).isEqualTo(20);
    assertThat(way.parameter(0)).hasSize(21).startsWith(0);
  }

  @Test
  void bestRateOfAMatrixIsBetterThanItsNeighbours() {
    Quadratic bowl = Quadratic.of(new double[][] {{3, 1}, {1, 2}}, 1, -1);
    double best = bowl.bestRate();

    assertThat(bowl.curvatures())
        .usingComparatorWithPrecision(1e-12)
        .containsExactly((5 - Math.sqrt(5)) / 2, (5 + Math.sqrt(5)) / 2);
    assertThat(bowl.contraction(best)).isCloseTo(bowl.bestContraction(), CLOSE);
    assertThat(bowl.contraction(0.99 * best)).isGreaterThan(bowl.contraction(best));
    assertThat(bowl.contraction(1.01 * best)).isGreaterThan(bowl.contraction(best));
    assertThat(bowl.regime(best)).isEqualTo(Regime.OSCILLATING);
    assertThat(bowl.regime(1 / bowl.largest())).isEqualTo(Regime.MONOTONE);
  }

  @Test
  void bestMomentumIsBetterThanItsNeighboursAndThanNone() {
    Quadratic bowl = Quadratic.of(new double[][] {{100, 0}, {0, 1}}, 0, 0);
    double rate = bowl.bestRateWithMomentum();
    double momentum = bowl.bestMomentum();
    double best = bowl.contraction(rate, Descent.heavyBall(momentum));

    // The double root at the best pair makes a square root of the rounding.
    assertThat(best).isCloseTo(9.0 / 11, within(1e-6)).isLessThan(bowl.bestContraction());
    for (double factor : new double[] {0.9, 1.1}) {
      assertThat(bowl.contraction(factor * rate, Descent.heavyBall(momentum))).isGreaterThan(best);
      assertThat(bowl.contraction(rate, Descent.heavyBall(factor * momentum))).isGreaterThan(best);
    }
  }

  @Test
  void errorOfDescentFallsAsTheContractionSays() {
    Quadratic bowl = Quadratic.of(Matrices.positiveDefinite(6, 2), new double[6]);
    double[] start = Matrices.normal(1, 6, 3)[0];
    for (Descent descent :
        new Descent[] {Descent.plain(), Descent.heavyBall(0.5), Descent.nesterov(0.5)}) {
      double rate = 0.4 * bowl.bounds().of(descent);
      double[] losses = bowl.descend(descent, rate, 200, start).losses();

      double perStep = Math.pow(losses[200] / losses[100], 1.0 / 200);

      assertThat(perStep).isCloseTo(bowl.contraction(rate, descent), within(0.01));
    }
  }

  @Test
  void weightDecayPullsToAnotherPoint() {
    // 2 (w - 3) + 1 w = 0 at w = 2.
    double[] way = LESSON.descend(Descent.plain().withWeightDecay(1), 0.3, 100, 0).parameter(0);

    assertThat(way[100]).isCloseTo(2, CLOSE);
  }

  @Test
  void whatDivergesIsFollowedToInfinity() {
    double[] losses = LESSON.descend(Descent.plain(), 100, 400, 0).losses();

    assertThat(Arrays.stream(losses).anyMatch(Double::isInfinite)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "1, 2, 3, 4; matrix[1][0] is 3.0, expected 2.0 as matrix[0][1] is",
        "1, 2, 2, 1; the smallest eigenvalue is -0.99",
        "1, 1, 1, 1; the smallest eigenvalue is ",
        "NaN, 0, 0, 1; an element of matrix is NaN, expected finite ones",
      })
  void matrixThatIsNotPositiveDefiniteIsRefused(String elements, String message) {
    double[] m = Arrays.stream(elements.split(",")).mapToDouble(Double::parseDouble).toArray();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quadratic.of(new double[][] {{m[0], m[1]}, {m[2], m[3]}}, 0, 0))
        .withMessageStartingWith(message);
  }

  @Test
  void argumentsThatMakeNoSenseAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Quadratic.of(-2, 0))
        .withMessage("the smallest eigenvalue is -2.0, expected a positive one");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LESSON.regime(-0.1))
        .withMessage("the learning rate is -0.1, expected finite and at least 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LESSON.loss(1, 2))
        .withMessage("the length of the point is 2, expected 1");
  }
}
