package dev.brisk.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private static final double[][] ROWS = {{1, 2}, {3, -1}, {0, 2}, {1, 1}};

  @Test
  void curvatureIsThatOfTheHessian() {
    // X'X is {{11, 0}, {0, 10}}, and X'X / n the Hessian of half the squared error.
    LinearModel model = LinearModel.of(ROWS);

    assertThat(model.examples()).isEqualTo(4);
    assertThat(model.singularValue()).isCloseTo(Math.sqrt(11), within(1e-12));
    assertThat(model.squared().sharpness()).isCloseTo(2 * 11 / 4.0, within(1e-12));
    assertThat(model.binaryCrossEntropy().sharpness()).isCloseTo(11 / 16.0, within(1e-12));
    assertThat(model.softmaxCrossEntropy().sharpness()).isCloseTo(11 / 8.0, within(1e-12));
    assertThat(model.curved(1).gradientDescent()).isCloseTo(8 / 11.0, within(1e-12));
  }

  @Test
  void interceptIsAColumnOfOnes() {
    double[][] withOnes =
        Arrays.stream(ROWS).map(row -> new double[] {row[0], row[1], 1}).toArray(double[][]::new);

    assertThat(LinearModel.withIntercept(ROWS).singularValue())
        .isCloseTo(LinearModel.of(withOnes).singularValue(), within(1e-12))
        .isGreaterThan(LinearModel.of(ROWS).singularValue());
  }

  @Test
  void singlePrecisionIsTheSame() {
    float[][] floats = {{1, 2}, {3, -1}, {0, 2}, {1, 1}};

    assertThat(LinearModel.of(floats)).isEqualTo(LinearModel.of(ROWS));
    assertThat(LinearModel.withIntercept(floats)).isEqualTo(LinearModel.withIntercept(ROWS));
  }

  @Test
  void largeDataIsIteratedTo() {
    double[][] rows = Matrices.normal(2_000, 300, 6);

    double iterated = LinearModel.of(rows).singularValue();

    double[][] gram =
        new Array2DRowRealMatrix(rows)
            .transpose()
            .multiply(new Array2DRowRealMatrix(rows))
            .getData();
    assertThat(iterated * iterated)
        .isCloseTo(Matrices.largestEigenvalue(gram), Percentage.withPercentage(1e-7));
  }

  @Test
  void wideDataIsDecomposedToo() {
    double[][] rows = Matrices.normal(3, 50, 6);

    assertThat(LinearModel.of(rows).singularValue())
        .isCloseTo(
            new SingularValueDecomposition(new Array2DRowRealMatrix(rows)).getNorm(),
            Percentage.withPercentage(1e-10));
  }

  @Test
  void dataThatMakesNoMatrixIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearModel.of(new double[0][]))
        .withMessage("the number of rows is 0, expected at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearModel.of(new double[][] {{1, 2}, {1}}))
        .withMessage("the length of row 1 is 1, expected 2, as of row 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearModel.of(new double[][] {{1}, {Double.NaN}}))
        .withMessage("rows[1][0] is NaN, expected a finite value");
  }
}
