package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A differential equation whose right side is a small network, by the midpoint rule. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class NeuralOde {
  static final int HIDDEN = 3;

  @Parameter(shape = {HIDDEN, 2})
  double[][] inward;

  @Parameter(shape = {2, HIDDEN})
  double[][] outward;

  double[] velocity(double[] z) {
    double[] result = new double[2];
    for (int h = 0; h < HIDDEN; h++) {
      double activation = Math.tanh(inward[h][0] * z[0] + inward[h][1] * z[1]);
      result[0] += outward[0][h] * activation;
      result[1] += outward[1][h] * activation;
    }
    return result;
  }

  @Loss
  double loss(@Shape(2) double[] start, @Shape(2) double[] end) {
    double[] z = {start[0], start[1]};
    double[] middle = new double[2];
    for (int step = 0; step < 8; step++) {
      double[] slope = velocity(z);
      middle[0] = z[0] + 0.0625 * slope[0];
      middle[1] = z[1] + 0.0625 * slope[1];
      double[] better = velocity(middle);
      z[0] += 0.125 * better[0];
      z[1] += 0.125 * better[1];
    }
    return Losses.squared(z[0], end[0]) + Losses.squared(z[1], end[1]);
  }
}
