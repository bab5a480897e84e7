package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Loops that count downwards, in steps and up to the last. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Strides {
  @Parameter(shape = 8)
  double[] w;

  @Loss
  double loss(@Shape(8) double[] x, int start, int end) {
    double state = 0.1;
    for (int i = 7; i >= 0; i--) {
      state = Math.tanh(state + w[i] * x[i]);
    }
    for (int i = 0; i < 8; i += 3) {
      state = state * w[i] + x[i];
    }
    for (int i = 7; i > 0; i -= 2) {
      state = Math.sin(state + w[i]);
    }
    for (int i = start; i <= end; i += 2) {
      state = state * (1 + 0.1 * w[i]);
    }
    for (int i = end; i >= start; i -= 3) {
      state += state * w[i] * x[i];
    }
    for (int i = 1; i <= 7; i = i + 2) {
      state -= w[i] * state;
    }
    return state * state;
  }
}
