package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Names that a trainer uses for itself, and some that meet each other. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class HostileNames {
  @Parameter(shape = 3)
  double[] examples;

  @Parameter double seed;
  @Parameter double dLoss;

  static double[] scaled(double[] model, double rate) {
    double[] total = new double[3];
    for (int i = 0; i < 3; i++) {
      total[i] = model[i] * rate;
    }
    return total;
  }

  @Loss
  double share(@Shape(3) double[] model, double rate, double from, int[] h) {
    double[] i = scaled(model, rate);
    double loss = seed;
    for (int t = 0; t < 3; t++) {
      loss += examples[t] * i[t];
    }
    double[] dExamples = new double[h.length + 1];
    for (int at = 0; at < h.length; at++) {
      dExamples[at + 1] = dExamples[at] * dLoss + h[at];
    }
    double slope = loss - from + dExamples[h.length] * dLoss;
    return slope * slope;
  }
}
