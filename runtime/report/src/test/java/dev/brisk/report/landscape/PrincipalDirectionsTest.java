package dev.brisk.report.landscape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.brisk.report.landscape.ParameterPath.Point;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;

class PrincipalDirectionsTest {
  private static ParameterPath path(double[]... points) {
    return new ParameterPath(
        IntStream.range(0, points.length).mapToObj(i -> new Point(i, points[i])).toList());
  }

  @Test
  void areTheFirstSingularVectors() {
    Random random = new Random(6);
    double[] origin = random.doubles(40).toArray();
    double[][] points = new double[9][];
    Arrays.setAll(points, i -> random.doubles(40, -1, 1).toArray());
    double[][] moved = new double[9][];
    Arrays.setAll(moved, i -> Vectors.minus(points[i], origin));
    // Tall, as the decomposition wants it.
    var expected = new SingularValueDecomposition(new Array2DRowRealMatrix(moved).transpose());

    Direction[] directions = PrincipalDirections.of(origin, path(points));

    for (int k = 0; k < 2; k++) {
      double[] vector = directions[k].vector();
      assertThat(Vectors.length(vector)).isCloseTo(1, within(1e-12));
      assertThat(Math.abs(Vectors.dot(vector, expected.getU().getColumn(k))))
          .isCloseTo(1, within(1e-10));
    }
  }

  @Test
  void saysHowMuchOfThePathEachHolds() {
    Direction[] directions =
        PrincipalDirections.of(
            new double[3],
            path(new double[] {0, 3, 0}, new double[] {0, -3, 0}, new double[] {0, 0, 2}));

    assertThat(directions[0].name()).isEqualTo("first direction of the path, 82 %");
    assertThat(directions[1].name()).isEqualTo("second direction of the path, 18 %");
    assertThat(Math.abs(directions[0].vector()[1])).isCloseTo(1, within(1e-12));
    assertThat(Math.abs(directions[1].vector()[2])).isCloseTo(1, within(1e-12));
  }

  @Test
  void refusesPathsWithoutTwoDirections() {
    double[] origin = {1, 1, 1};
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PrincipalDirections.of(origin, path(new double[] {2, 3, 4}, origin.clone())))
        .withMessage("the number of directions of the path is 1, expected at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrincipalDirections.of(origin, path(origin, origin)))
        .withMessage("the number of directions of the path is 0, expected at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrincipalDirections.of(origin, new ParameterPath(List.of())))
        .withMessage("the number of points of the path is 0, expected at least 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PrincipalDirections.of(origin, path(new double[2], new double[2])))
        .withMessage("the number of parameters of the path is 2, expected 3");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PrincipalDirections.of(
                    origin, path(new double[3], new double[] {0, Double.NaN, 0})))
        .withMessage("a parameter at step 1 is not finite, expected a finite path");
  }
}
