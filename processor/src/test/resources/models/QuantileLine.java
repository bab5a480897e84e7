package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** The line below which nine tenths of the targets lie. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class QuantileLine {
  @Parameter double slope;
  @Parameter double intercept;

  @Loss
  double loss(double x, double y) {
    return Losses.quantile(slope * x + intercept, y, 0.9);
  }
}
