package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Conduction along a rod, by differences from one array into the other and back. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class HeatEquation {
  static final int CELLS = 6;

  @Parameter double logConductivity;
  @Parameter double leftEnd;
  @Parameter double rightEnd;

  void advance(double[] from, double[] to) {
    double ratio = 0.4 / (1 + Math.exp(-logConductivity));
    for (int i = 0; i < CELLS; i++) {
      double left = i == 0 ? leftEnd : from[i - 1];
      double right = i == CELLS - 1 ? rightEnd : from[i + 1];
      to[i] = from[i] + ratio * (left - 2 * from[i] + right);
    }
  }

  @Loss
  double loss(@Shape(CELLS) double[] initial, int steps, @Shape(CELLS) double[] measured) {
    double[] even = new double[CELLS];
    double[] odd = new double[CELLS];
    for (int i = 0; i < CELLS; i++) {
      even[i] = initial[i];
    }
    for (int step = 0; step < steps; step++) {
      advance(even, odd);
      advance(odd, even);
    }
    double loss = 0;
    for (int i = 0; i < CELLS; i++) {
      loss += Losses.squared(even[i], measured[i]);
    }
    return loss;
  }
}
