package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A gated recurrent unit of several states, with one helper for its gates. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class GatedRecurrentUnit {
  static final int STATES = 2;
  static final int INPUTS = 2;
  static final int WIDTH = INPUTS + STATES + 1;

  @Parameter(shape = {STATES, WIDTH})
  double[][] update;

  @Parameter(shape = {STATES, WIDTH})
  double[][] reset;

  @Parameter(shape = {STATES, WIDTH})
  double[][] candidate;

  static double[] affine(double[][] weights, double[] x, double[] h) {
    double[] result = new double[STATES];
    for (int i = 0; i < STATES; i++) {
      double sum = weights[i][WIDTH - 1];
      for (int j = 0; j < INPUTS; j++) {
        sum += weights[i][j] * x[j];
      }
      for (int j = 0; j < STATES; j++) {
        sum += weights[i][INPUTS + j] * h[j];
      }
      result[i] = sum;
    }
    return result;
  }

  static void sigmoid(double[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] = 1 / (1 + Math.exp(-values[i]));
    }
  }

  @Loss
  double loss(double[][] sequence, @Shape(STATES) double[] target) {
    double[] h = new double[STATES];
    for (int t = 0; t < sequence.length; t++) {
      double[] z = affine(update, sequence[t], h);
      double[] r = affine(reset, sequence[t], h);
      sigmoid(z);
      sigmoid(r);
      for (int i = 0; i < STATES; i++) {
        r[i] *= h[i];
      }
      double[] proposed = affine(candidate, sequence[t], r);
      for (int i = 0; i < STATES; i++) {
        h[i] = (1 - z[i]) * h[i] + z[i] * Math.tanh(proposed[i]);
      }
    }
    double loss = 0;
    for (int i = 0; i < STATES; i++) {
      loss += Losses.squared(h[i], target[i]);
    }
    return loss;
  }
}
