package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Functions with a kink, so that a test can stand on it. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Kinks {
  @Parameter double a;
  @Parameter double b;
  @Parameter double c;

  @Loss
  double loss() {
    return Math.max(a, b) + 3 * Math.min(a, b) + Math.abs(c) + (c > 0 ? 7 * c : 5 * c);
  }
}
