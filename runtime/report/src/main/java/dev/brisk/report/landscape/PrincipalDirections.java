package dev.brisk.report.landscape;

import static dev.brisk.report.landscape.Refusal.require;

import dev.brisk.text.Digits;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The two directions in which a path goes furthest from a point: the eigenvectors of the points'
 * second moments about it. A path has far fewer points {@code x} than there are parameters, so they
 * are combined of the eigenvectors of the points' products, {@code x_i x_j}, which has the same
 * eigenvalues.
 */
final class PrincipalDirections {
  /** An eigenvalue of this share of the largest cannot be told from 0. */
  private static final double NOTHING = 1e-12;

  private static final int PERCENT = 100;

  private PrincipalDirections() {}

  /**
   * Both, of length 1.
   *
   * @throws IllegalArgumentException if the path has another number of parameters, is not finite,
   *     or lies on a line through the origin
   */
  static Direction[] of(double[] origin, ParameterPath path) {
    int size = origin.length;
    require(path.size() >= 2, "the number of points of the path", path.size(), "at least 2");
    for (int i = 0; i < path.size(); i++) {
      int length = path.point(i).length;
      require(length == size, "the number of parameters of the path", length, "" + size);
      boolean isFinite = Arrays.stream(path.point(i)).allMatch(Double::isFinite);
      require(isFinite, "a parameter at step " + path.step(i), "not finite", "a finite path");
    }
    List<double[]> moved =
        path.points().stream().map(p -> Vectors.minus(p.parameters(), origin)).toList();
    EigenDecomposition eigen = new EigenDecomposition(products(moved));
    double[] values = eigen.getRealEigenvalues();
    double all = Arrays.stream(values).sum();
    int[] order = largest(values);
    require(
        all > 0 && values[order[1]] > NOTHING * values[order[0]],
        "the number of directions of the path",
        all > 0 ? 1 : 0,
        "at least 2");
    Direction[] directions = new Direction[2];
    for (int k = 0; k < 2; k++) {
      String share = Digits.of(PERCENT * values[order[k]] / all, 2) + " %";
      directions[k] =
          new Direction(
              (k == 0 ? "first" : "second") + " direction of the path, " + share,
              0,
              combined(moved, eigen.getEigenvector(order[k]).toArray()));
    }
    return directions;
  }

  private static Array2DRowRealMatrix products(List<double[]> moved) {
    double[][] products = new double[moved.size()][moved.size()];
    for (int i = 0; i < products.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[i][j] = Vectors.dot(moved.get(i), moved.get(j));
        products[j][i] = products[i][j];
      }
    }
    return new Array2DRowRealMatrix(products);
  }

  /** The indices of the largest and of the second. */
  private static int[] largest(double[] values) {
    int[] order = values[1] > values[0] ? new int[] {1, 0} : new int[] {0, 1};
    for (int i = 2; i < values.length; i++) {
      if (values[i] > values[order[0]]) {
        order = new int[] {i, order[0]};
      } else if (values[i] > values[order[1]]) {
        order[1] = i;
      }
    }
    return order;
  }

  private static double[] combined(List<double[]> vectors, double[] factors) {
    double[] sum = new double[vectors.get(0).length];
    for (int k = 0; k < factors.length; k++) {
      sum = Vectors.plus(sum, factors[k], vectors.get(k));
    }
    return Vectors.plus(new double[sum.length], 1 / Vectors.length(sum), sum);
  }
}
