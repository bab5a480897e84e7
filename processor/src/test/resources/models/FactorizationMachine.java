package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Pairwise interactions through factors, in linear time. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class FactorizationMachine {
  static final int FIELDS = 5;
  static final int RANK = 3;

  @Parameter double bias;

  @Parameter(shape = FIELDS)
  double[] linear;

  @Parameter(shape = {FIELDS, RANK})
  double[] factors;

  @Loss
  double loss(@Shape(FIELDS) double[] x, double y) {
    double prediction = bias;
    for (int i = 0; i < FIELDS; i++) {
      prediction += linear[i] * x[i];
    }
    for (int f = 0; f < RANK; f++) {
      double sum = 0;
      double sumOfSquares = 0;
      for (int i = 0; i < FIELDS; i++) {
        double term = factors[i * RANK + f] * x[i];
        sum += term;
        sumOfSquares += term * term;
      }
      prediction += 0.5 * (sum * sum - sumOfSquares);
    }
    double error = prediction - y;
    return 0.5 * error * error;
  }
}
