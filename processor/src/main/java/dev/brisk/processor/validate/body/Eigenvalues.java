package dev.brisk.processor.validate.body;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** By itself, so that the library is only loaded where a loss is a quadratic. */
final class Eigenvalues {
  private Eigenvalues() {}

  /** Those of a symmetric matrix. */
  static double[] of(double[][] symmetric) {
    return new EigenDecomposition(new Array2DRowRealMatrix(symmetric)).getRealEigenvalues();
  }
}
