package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Functions that are constant between jumps, beside others that are not. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Steps {
  @Parameter double p;
  @Parameter double q;

  @Loss
  double loss(double x, float f) {
    double y = p * x + q;
    double saw = 7 * y - Math.floor(7 * y);
    double jumps = Math.ceil(3 * q) * p + Math.rint(4 * p) * y;
    double signs = Math.signum(q) * y + Math.signum(f) * p;
    long nearest = Math.round(5 * y);
    int single = Math.round(5 * f);
    return saw * saw + jumps + signs + nearest * q + single * p + (int) (9 * y) * p;
  }
}
