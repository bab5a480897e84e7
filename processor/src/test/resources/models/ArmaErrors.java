package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** An autoregression with moving averages, whose last values move up an array. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ArmaErrors {
  static final int ORDER = 2;

  @Parameter(shape = ORDER)
  double[] phi;

  @Parameter(shape = ORDER)
  double[] theta;

  static void push(double[] last, double value) {
    for (int i = last.length - 1; i > 0; i--) {
      last[i] = last[i - 1];
    }
    last[0] = value;
  }

  @Loss
  double loss(double[] series) {
    double[] values = new double[ORDER];
    double[] errors = new double[ORDER];
    double sum = 0;
    for (double value : series) {
      double predicted = 0;
      for (int i = 0; i < ORDER; i++) {
        predicted += phi[i] * values[i] + theta[i] * errors[i];
      }
      double error = value - predicted;
      sum += error * error;
      push(values, value);
      push(errors, error);
    }
    return sum / series.length;
  }
}
