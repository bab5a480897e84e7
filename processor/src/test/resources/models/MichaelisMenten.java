package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Enzyme kinetics. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class MichaelisMenten {
  @Parameter double vMax;
  @Parameter double km;

  @Loss
  double loss(double substrate, double velocity) {
    double error = vMax * substrate / (km + substrate) - velocity;
    return error * error;
  }
}
