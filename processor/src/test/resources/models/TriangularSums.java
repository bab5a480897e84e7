package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Nested and triangular loops with conditional sums. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class TriangularSums {
  @Parameter(shape = 4)
  double[] w;

  @Parameter double scale;

  @Loss
  double loss(@Shape(4) double[] x) {
    double energy = 0;
    for (int i = 0; i < w.length; i++) {
      for (int j = 0; j < i; j++) {
        if (x[i] > x[j]) {
          energy += w[i] * w[j] * (x[i] - x[j]);
        }
        for (int k = j; k <= i; k++) {
          if (k != j && x[k] < 0.5) {
            energy -= scale * w[k] * w[k] * x[j];
          }
        }
      }
    }
    return energy * energy;
  }
}
