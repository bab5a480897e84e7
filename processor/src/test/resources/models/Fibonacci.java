package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Two carried values that change places. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Fibonacci {
  @Parameter double first;
  @Parameter double second;

  @Loss
  double loss(int rounds, double target) {
    double a = first;
    double b = second;
    for (int i = 0; i < rounds; i++) {
      double next = a + b * Math.cos(a);
      a = b;
      b = next;
    }
    return (b - target) * (b - target) + a;
  }
}
