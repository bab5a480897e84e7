package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A gated recurrent unit of one state. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Gru {
  @Parameter(shape = 9)
  double[] w;

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  @Loss
  double loss(double[] x, double y) {
    double h = 0;
    for (int t = 0; t < x.length; t++) {
      double update = sigmoid(w[0] * x[t] + w[1] * h + w[2]);
      double reset = sigmoid(w[3] * x[t] + w[4] * h + w[5]);
      double candidate = Math.tanh(w[6] * x[t] + w[7] * reset * h + w[8]);
      h = (1 - update) * h + update * candidate;
    }
    return Losses.logCosh(h, y);
  }
}
