package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Values that change places in loops, in branches and before loops. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Swaps {
  @Parameter double p;
  @Parameter double q;

  @Loss
  double loss(double x, int rounds) {
    double a = p * x;
    double b = q - x;
    if (x > 0) {
      double t = a;
      a = b;
      b = t;
    }
    double c = b;
    b = a;
    a = c;
    for (int i = 0; i < rounds; i++) {
      double t = a;
      a = b;
      b = t;
      if (i % 2 == 0) {
        a = a * a;
        c = c + a * b;
      } else {
        double s = b;
        b = c;
        c = s * 0.5;
      }
    }
    return a - 2 * b + Math.sin(c);
  }
}
