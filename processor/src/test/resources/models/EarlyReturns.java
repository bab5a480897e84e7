package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Returns before and after assignments to one and the same local. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class EarlyReturns {
  @Parameter double p;
  @Parameter double q;

  private double folded(double x) {
    double y = x * p;
    if (y > 0.5) {
      y = y * y;
      if (x > 0) {
        return y * q;
      }
      y = Math.sin(y);
    } else if (y < -0.5) {
      return -y;
    }
    y = y * y + q;
    return y * y;
  }

  @Loss
  double loss(double x, int mode) {
    double v;
    if (mode > 1) {
      v = q;
    } else {
      v = x * p;
    }
    if (v < x) {
      return p * v;
    }
    double kept = folded(v) * v;
    v = 0.3;
    if (mode == 2) {
      v = kept * kept;
      return v + p;
    }
    for (int i = 0; i < mode; i++) {
      v = v * kept + p;
    }
    return v * v + kept;
  }
}
