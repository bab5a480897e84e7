package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** A recurrence that reads the element before. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ScalarRnn {
  @Parameter double keep;
  @Parameter double take;
  @Parameter double start;

  @Loss
  double loss(double[] inputs, double target) {
    double[] h = new double[inputs.length + 1];
    h[0] = start;
    for (int t = 1; t <= inputs.length; t++) {
      h[t] = Math.tanh(keep * h[t - 1] + take * inputs[t - 1]);
    }
    double sum = 0;
    for (int t = 0; t < h.length; t++) {
      sum += h[t];
    }
    return (sum - target) * (sum - target);
  }
}
