package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Smoothing after Holt and Winters, with an array for the season. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SeasonalSmoothing {
  static final int PERIOD = 4;

  @Parameter double alpha;
  @Parameter double beta;
  @Parameter double gamma;

  @Parameter(shape = PERIOD)
  double[] initial;

  @Loss
  double loss(double[] series) {
    double[] season = new double[PERIOD];
    for (int i = 0; i < PERIOD; i++) {
      season[i] = initial[i];
    }
    double level = series[0];
    double trend = 0;
    double loss = 0;
    for (int t = 1; t < series.length; t++) {
      double forecast = level + trend + season[t % PERIOD];
      loss += Losses.squared(forecast, series[t]);
      double before = level;
      level = alpha * (series[t] - season[t % PERIOD]) + (1 - alpha) * (level + trend);
      trend = beta * (level - before) + (1 - beta) * trend;
      season[t % PERIOD] = gamma * (series[t] - level) + (1 - gamma) * season[t % PERIOD];
    }
    return loss / series.length;
  }
}
