package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Additive level, trend and season, fitted by their one-step errors. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class HoltWinters {
  static final int PERIOD = 4;

  @Parameter double alpha;
  @Parameter double beta;
  @Parameter double gamma;

  @Parameter(shape = PERIOD)
  double[] seasonAtStart;

  @Loss
  double loss(@Shape(12) double[] series) {
    double level = series[0];
    double trend = 0;
    double[] season = new double[12 + PERIOD];
    for (int i = 0; i < PERIOD; i++) {
      season[i] = seasonAtStart[i];
    }
    double sum = 0;
    for (int t = 0; t < series.length; t++) {
      double forecast = level + trend + season[t];
      double error = series[t] - forecast;
      sum += error * error;
      double before = level;
      level = alpha * (series[t] - season[t]) + (1 - alpha) * (level + trend);
      trend = beta * (level - before) + (1 - beta) * trend;
      season[t + PERIOD] = gamma * (series[t] - level) + (1 - gamma) * season[t];
    }
    return sum / series.length;
  }
}
