package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A circuit of conductances, solved by elimination in place. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LinearSystem {
  static final int NODES = 3;

  @Parameter(shape = NODES + 1)
  double[] logConductance;

  @Parameter(shape = NODES)
  double[] source;

  static void solve(double[][] a, double[] b) {
    for (int pivot = 0; pivot < NODES; pivot++) {
      for (int row = pivot + 1; row < NODES; row++) {
        double factor = a[row][pivot] / a[pivot][pivot];
        for (int column = pivot; column < NODES; column++) {
          a[row][column] -= factor * a[pivot][column];
        }
        b[row] -= factor * b[pivot];
      }
    }
    for (int row = NODES - 1; row >= 0; row--) {
      for (int column = row + 1; column < NODES; column++) {
        b[row] -= a[row][column] * b[column];
      }
      b[row] /= a[row][row];
    }
  }

  @Loss
  double loss(@Shape(NODES) double[] measured) {
    double[][] a = new double[NODES][NODES];
    double[] voltage = new double[NODES];
    for (int i = 0; i < NODES; i++) {
      double left = Math.exp(logConductance[i]);
      double right = Math.exp(logConductance[i + 1]);
      a[i][i] = left + right;
      if (i > 0) {
        a[i][i - 1] = -left;
      }
      if (i < NODES - 1) {
        a[i][i + 1] = -right;
      }
      voltage[i] = source[i];
    }
    solve(a, voltage);
    double loss = 0;
    for (int i = 0; i < NODES; i++) {
      loss += Losses.squared(voltage[i], measured[i]);
    }
    return loss;
  }
}
