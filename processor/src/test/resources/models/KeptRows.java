package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Rows that keep their names when the index they were found by changes. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class KeptRows {
  @Parameter double p;

  @Parameter(shape = {2, 2})
  double[][] w;

  @Loss
  double loss(double x, double[] xs) {
    int k = 0;
    double[] row = w[k];
    k = 1;
    double s = row[0] * x + w[k][1] * p;
    for (int i = 0; i < 2; i++) {
      double[] r = w[k];
      k = 1 - k;
      s += r[i] * s;
      if (s > 0.8) break;
    }
    return s;
  }
}
