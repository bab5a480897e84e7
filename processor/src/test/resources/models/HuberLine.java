package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** A line that outliers do not pull, with the loss written out. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class HuberLine {
  static final double DELTA = 1.5;

  @Parameter double slope;
  @Parameter double intercept;

  @Loss
  double loss(double x, double y) {
    double error = y - (slope * x + intercept);
    double distance = Math.abs(error);
    if (distance <= DELTA) {
      return 0.5 * error * error;
    }
    return DELTA * (distance - 0.5 * DELTA);
  }
}
