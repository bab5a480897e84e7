package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Loops that keep their states, with bounds whose variables were assigned more than once. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class BoundVersions {
  @Parameter double p;
  @Parameter double q;

  @Loss
  double loss(double x, int k, double[] xs) {
    double s = x;
    for (int i = 0; i < xs.length; i++) {
      if (xs[i] > 0) {
        int n = i < 2 ? 3 : 0;
        n = n + k;
        double r = 0;
        for (int j = n; j < 2 * n; j++) {
          r = Math.sin(r + s * p);
        }
        s = s + r * q;
      }
      for (int j = 0; j < (i > 1 ? 2 : 1); j++) {
        s = Math.tanh(s * q);
      }
    }
    return s * s;
  }
}
