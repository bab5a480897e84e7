package dev.brisk.analysis;

import java.util.Random;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Matrices for tests, and their eigenvalues by Commons Math. */
final class Matrices {
  private Matrices() {}

  /** {@code B'B / n + I / 10}, symmetric positive definite. */
  static double[][] positiveDefinite(int size, long seed) {
    RealMatrix random = new Array2DRowRealMatrix(normal(size, size, seed));
    RealMatrix square = random.transpose().multiply(random).scalarMultiply(1.0 / size);
    for (int i = 0; i < size; i++) {
      square.addToEntry(i, i, 0.1);
    }
    return square.getData();
  }

  /** Standard normal. */
  static double[][] normal(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int j = 0; j < columns; j++) {
        row[j] = random.nextGaussian();
      }
    }
    return values;
  }

  static double largestEigenvalue(double[][] symmetric) {
    return eigenvalues(symmetric)[0];
  }

  static double smallestEigenvalue(double[][] symmetric) {
    double[] values = eigenvalues(symmetric);
    return values[values.length - 1];
  }

  /** Descending. */
  static double[] eigenvalues(double[][] symmetric) {
    return new EigenDecomposition(new Array2DRowRealMatrix(symmetric)).getRealEigenvalues();
  }
}
