package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** A function to minimise, of no data. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.001)
class Rosenbrock {
  @Parameter double x;
  @Parameter double y;

  @Loss
  double loss() {
    return (1 - x) * (1 - x) + 100 * (y - x * x) * (y - x * x);
  }
}
