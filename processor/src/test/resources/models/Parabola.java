package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The simplest loss there is. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.1)
class Parabola {
  @Parameter double w;

  @Loss
  double loss() {
    return (w - 3) * (w - 3);
  }
}
