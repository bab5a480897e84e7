package dev.brisk.analysis;

import static dev.brisk.analysis.Surface.quadratic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brisk.runtime.ParameterLayout;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharpnessMeterTest {
  private static final Surface.Rows ROWS = new Surface.Rows(1);

  private static Percentage relative(double error) {
    return Percentage.withPercentage(100 * error);
  }

  @ParameterizedTest
  @ValueSource(doubles = {2, 1e-3, 50, 1e6, -4})
  void curvatureOfAParabolaIsMeasured(double curvature) {
    Surface parabola = new Surface(quadratic(new double[][] {{curvature}}), 3);

    Sharpness sharpness = SharpnessMeter.on(parabola).measure(ROWS);

    assertThat(sharpness.largest()).isCloseTo(curvature, relative(1e-9));
    assertThat(sharpness.smallest()).isEqualTo(sharpness.largest());
    assertThat(sharpness.isConverged()).isTrue();
    assertThat(sharpness.iterations()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7, 40, 200})
  void bothEndsOfTheSpectrumAreThoseOfTheMatrix(int size) {
    double[][] matrix = Matrices.positiveDefinite(size, size);
    Surface surface = new Surface(quadratic(matrix), Matrices.normal(1, size, 1)[0]);

    Sharpness sharpness = SharpnessMeter.on(surface).iterations(200).measure(ROWS);

    assertThat(sharpness.isConverged()).isTrue();
    assertThat(sharpness.largest()).isCloseTo(Matrices.largestEigenvalue(matrix), relative(1e-8));
    assertThat(sharpness.smallest()).isCloseTo(Matrices.smallestEigenvalue(matrix), relative(1e-6));
  }

  /** {@code w0^2 - 3 w1^2}, and a direction in which nothing changes. */
  @Test
  void negativeCurvatureHasItsSign() {
    double[][] saddle = {{2, 0, 0}, {0, -6, 0}, {0, 0, 0}};

    Sharpness sharpness = SharpnessMeter.on(new Surface(quadratic(saddle), 1, 2, 3)).measure(ROWS);

    assertThat(sharpness.largest()).isCloseTo(2, relative(1e-9));
    assertThat(sharpness.smallest()).isCloseTo(-6, relative(1e-9));
  }

  @Test
  void lossThatCurvesDownwardsAloneBoundsNoRate() {
    Surface hill = new Surface(quadratic(new double[][] {{-2, 0}, {0, -1}}), 1, 1);

    Sharpness sharpness = SharpnessMeter.on(hill).measure(ROWS);

    assertThat(sharpness.largest()).isCloseTo(-1, relative(1e-9));
    assertThat(sharpness.bounds().gradientDescent()).isInfinite();
    assertThat(sharpness.judge(0.1))
        .hasToString(
            "learning rate 0.1 has no bound: the largest eigenvalue of the Hessian, -1, is not"
                + " positive");
  }

  @Test
  void lossWithoutCurvatureHasNone() {
    Surface plane =
        new Surface(
            (point, out) -> {
              out[0] = 2;
              out[1] = -1;
              return 2 * point[0] - point[1];
            },
            1,
            1);

    Sharpness sharpness = SharpnessMeter.on(plane).measure(ROWS);

    assertThat(sharpness.largest()).isZero();
    assertThat(sharpness.smallest()).isZero();
    assertThat(sharpness.isConverged()).isTrue();
  }

  /** {@code cosh w}, whose second derivative is itself. */
  @Test
  void curvatureIsThatAtTheParameters() {
    Surface chain =
        new Surface(
            (point, out) -> {
              out[0] = Math.sinh(point[0]);
              return Math.cosh(point[0]);
            },
            2);

    assertThat(SharpnessMeter.on(chain).measure(ROWS).largest())
        .isCloseTo(Math.cosh(2), relative(1e-9));
  }

  /** {@code cos(1e6 w) / 1e12} curves by -1 at 0, but within the standard width it swings. */
  @Test
  void residualTellsWhereTheWidthIsTooLarge() {
    Surface ripples =
        new Surface(
            (point, out) -> {
              out[0] = -Math.sin(1e6 * point[0]) / 1e6;
              return Math.cos(1e6 * point[0]) / 1e12;
            },
            0);

    assertThat(SharpnessMeter.on(ripples).measure(ROWS).isConverged()).isFalse();
    Sharpness narrow = SharpnessMeter.on(ripples).width(1e-10).measure(ROWS);
    assertThat(narrow.isConverged()).isTrue();
    assertThat(narrow.largest()).isCloseTo(-1, relative(1e-6));
  }

  @Test
  void tooFewIterationsAreToldOf() {
    double[][] matrix = Matrices.positiveDefinite(50, 3);
    Surface surface = new Surface(quadratic(matrix), new double[50]);

    Sharpness few = SharpnessMeter.on(surface).iterations(3).measure(ROWS);

    assertThat(few.iterations()).isEqualTo(3);
    assertThat(few.isConverged()).isFalse();
    double error = Matrices.largestEigenvalue(matrix) - few.largest();
    assertThat(error).isPositive().isLessThan(few.residual());
    assertThat(few.toString()).contains("not converged after 3 iterations");
  }

  @Test
  void blockOfSomeParametersIsLookedAtAlone() {
    double[][] matrix = {{1, 5, 0}, {5, 2, 1}, {0, 1, 3}};
    List<ParameterLayout> layout =
        List.of(new ParameterLayout("a", 0, List.of()), new ParameterLayout("b", 1, List.of(2)));
    Surface surface = new Surface(quadratic(matrix), layout, 1, 1, 1);

    assertThat(SharpnessMeter.on(surface).only("a").measure(ROWS).largest())
        .isCloseTo(1, relative(1e-9));
    assertThat(SharpnessMeter.on(surface).only("b").measure(ROWS).largest())
        .isCloseTo((5 + Math.sqrt(5)) / 2, relative(1e-9));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SharpnessMeter.on(surface).only("c"))
        .withMessage("a parameter is c, expected one of [a, b]");
  }

  @Test
  void manyExamplesAreTakenInPartsWithTheSameMean() {
    double[][] matrix = Matrices.positiveDefinite(5, 5);
    Surface surface = new Surface(quadratic(matrix), new double[5]);

    Sharpness many = SharpnessMeter.on(surface).measure(new Surface.Rows(1000));

    assertThat(many.largest()).isCloseTo(Matrices.largestEigenvalue(matrix), relative(1e-8));
  }

  @Test
  void sameSeedGivesTheSameBits() {
    double[][] matrix = Matrices.positiveDefinite(30, 8);
    Surface surface = new Surface(quadratic(matrix), new double[30]);

    assertThat(SharpnessMeter.on(surface).seed(4).measure(ROWS))
        .isEqualTo(SharpnessMeter.on(surface).seed(4).measure(ROWS))
        .isNotEqualTo(SharpnessMeter.on(surface).seed(5).measure(ROWS));
  }

  @Test
  void parametersAreRestoredToTheLastBit() {
    double[] before = {0.1, -0.0, 1e300, Double.MIN_VALUE};
    Surface surface = new Surface(quadratic(new double[4][4]), before.clone());

    SharpnessMeter.on(surface).width(1e-3).measure(ROWS);

    assertThat(surface.parameters).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 5})
  void parametersAreRestoredWhereTheModelFails(int gradients) {
    double[] before = {0.1, -0.3, 7};
    Surface surface = new Surface(quadratic(Matrices.positiveDefinite(3, 1)), before.clone());
    surface.failsAfter = gradients;

    assertThatThrownBy(() -> SharpnessMeter.on(surface).measure(ROWS)).hasMessage("enough");
    assertThat(surface.parameters).isEqualTo(before);
  }

  @Test
  void gradientThatIsNotFiniteIsRefusedByTheNameOfItsParameter() {
    Surface edge =
        new Surface(
            (point, out) -> {
              out[0] = Math.log(point[0]);
              return point[0] * Math.log(point[0]) - point[0];
            },
            1e-9);

    assertThatThrownBy(() -> SharpnessMeter.on(edge).measure(ROWS))
        .isInstanceOf(ArithmeticException.class)
        .hasMessageStartingWith("the gradient of the parameter w is NaN close to the parameters");
    assertThat(edge.parameters).containsExactly(1e-9);
  }

  @Test
  void optionsThatMakeNoSenseAreRefused() {
    SharpnessMeter<Surface.Rows> meter =
        SharpnessMeter.on(new Surface(quadratic(new double[1][1]), 1));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> meter.iterations(0))
        .withMessage("iterations is 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> meter.tolerance(Double.NaN))
        .withMessage("tolerance is NaN, expected in (0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> meter.width(0))
        .withMessage("width is 0.0, expected finite and positive");
  }
}
