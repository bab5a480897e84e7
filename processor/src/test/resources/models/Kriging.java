package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** The likelihood of a Gaussian process, by Cholesky decomposition in place. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Kriging {
  @Parameter double logScale;
  @Parameter double logRange;
  @Parameter double logNugget;
  @Parameter double mean;

  double covariance(double distance) {
    double scaled = distance / Math.exp(logRange);
    return Math.exp(logScale - scaled * scaled);
  }

  static void cholesky(double[][] a) {
    int n = a.length;
    for (int j = 0; j < n; j++) {
      for (int k = 0; k < j; k++) {
        a[j][j] -= a[j][k] * a[j][k];
      }
      a[j][j] = Math.sqrt(a[j][j]);
      for (int i = j + 1; i < n; i++) {
        for (int k = 0; k < j; k++) {
          a[i][j] -= a[i][k] * a[j][k];
        }
        a[i][j] /= a[j][j];
      }
    }
  }

  @Loss
  double loss(@Shape(4) double[] places, @Shape(4) double[] heights) {
    int n = places.length;
    double[][] a = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        a[i][j] = covariance(places[i] - places[j]);
      }
      a[i][i] += Math.exp(logNugget);
    }
    cholesky(a);
    double[] residual = new double[n];
    double loss = 0;
    for (int i = 0; i < n; i++) {
      residual[i] = heights[i] - mean;
      for (int k = 0; k < i; k++) {
        residual[i] -= a[i][k] * residual[k];
      }
      residual[i] /= a[i][i];
      loss += 0.5 * residual[i] * residual[i] + Math.log(a[i][i]);
    }
    return loss;
  }
}
