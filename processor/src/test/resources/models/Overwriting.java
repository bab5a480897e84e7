package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Arrays whose elements are overwritten after they were read, in every place that loops have. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Overwriting {
  @Parameter(shape = {3, 3})
  double[][] a;

  @Parameter(shape = 3)
  double[] b;

  @Loss
  double loss(double[] x, int n) {
    double[] state = {b[0], b[1], b[2]};
    double[] scratch = new double[3];
    int[] order = {0, 1, 2};
    double total = 0;
    for (int t = 0; t < n; t++) {
      for (int i = 0; i < 3; i++) {
        scratch[i] = 0;
        for (int j = 0; j < 3; j++) {
          scratch[i] += a[i][j] * state[order[j]];
        }
      }
      for (int i = 0; i < 3; i++) {
        state[i] = Math.tanh(scratch[i] + x[t % x.length]);
      }
      if (state[0] > 0.1) {
        state[1] *= state[2] + 1;
        if (state[1] < state[0]) {
          for (int i = 1; i < 3; i++) {
            state[i] = state[i - 1] * state[i] + state[i];
          }
        }
      } else {
        state[0] -= state[1] * state[1];
      }
      int first = order[0];
      order[0] = order[1];
      order[1] = order[2];
      order[2] = first;
      total += state[order[0]] * state[1];
    }
    normalize(state);
    double[][] m = {{2 + a[0][0], a[0][1]}, {a[1][0], 3 + a[1][1]}};
    double[] rhs = {state[0], state[1]};
    solve(m, rhs);
    return total + rhs[0] * rhs[1] + state[2] * state[0];
  }

  private static void normalize(double[] p) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp(p[i]);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
  }

  /** Gaussian elimination in place. */
  private static void solve(double[][] m, double[] rhs) {
    for (int k = 0; k < m.length; k++) {
      for (int i = k + 1; i < m.length; i++) {
        double factor = m[i][k] / m[k][k];
        for (int j = k; j < m.length; j++) {
          m[i][j] -= factor * m[k][j];
        }
        rhs[i] -= factor * rhs[k];
      }
    }
    for (int i = m.length - 1; i >= 0; i--) {
      for (int j = i + 1; j < m.length; j++) {
        rhs[i] -= m[i][j] * rhs[j];
      }
      rhs[i] /= m[i][i];
    }
  }
}
