package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** One-step forecasts by simple exponential smoothing. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ExponentialSmoothing {
  @Parameter double raw;

  @Loss
  double loss(double[] series) {
    double alpha = 1 / (1 + Math.exp(-raw));
    double level = series[0];
    double sum = 0;
    for (int t = 1; t < series.length; t++) {
      double error = series[t] - level;
      sum += error * error;
      level = level + alpha * error;
    }
    return sum / (series.length - 1);
  }
}
