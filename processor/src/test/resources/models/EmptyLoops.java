package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Loops that may not run at all. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class EmptyLoops {
  @Parameter double a;
  @Parameter double b;

  @Loss
  double loss(double[] values, int from, int to) {
    double sum = a;
    for (double value : values) {
      sum = sum * b + value;
    }
    double product = b;
    for (int i = from; i < to; i++) {
      product *= a;
    }
    for (int i = 3; i < 3; i++) {
      product = product * product;
    }
    double[] none = new double[values.length];
    for (int i = 0; i < none.length; i++) {
      none[i] = a * values[i];
    }
    for (double value : none) {
      sum += value * value;
    }
    return sum * sum + product;
  }
}
