package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Powers with constant and with learnt exponents. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Powers {
  @Parameter double scale;
  @Parameter double exponent;
  @Parameter double shape;

  @Loss
  double loss(double size, double measured) {
    double allometric = scale * Math.pow(size, exponent);
    double other =
        Math.pow(shape, 3) - Math.pow(shape, -1.5) + Math.pow(shape, 2) + Math.pow(shape, 1)
            + Math.pow(scale, shape) + Math.pow(shape, 0) + Math.pow(2, exponent)
            + Math.pow(shape, 0.5);
    double error = allometric + other - measured;
    return error * error;
  }
}
