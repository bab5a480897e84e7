package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The same kink written with `if`, with `?:` and with the functions of Math. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class KinksOfBranches {
  @Parameter double a;
  @Parameter double b;
  @Parameter double c;
  @Parameter double d;
  @Parameter double base;
  @Parameter double exponent;

  @Loss
  double loss() {
    double branch = 3 * a;
    if (a >= 0) {
      branch = 7 * a;
    }
    double choice = b > 0 ? b : -b;
    return branch + choice + Math.max(c, 0) + Math.min(2 * d, d) + Math.pow(base, exponent);
  }
}
