package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** The soft distance of two series under a warp of time. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class TimeWarping {
  @Parameter double scale;
  @Parameter double shift;

  static double softMinimum(double a, double b, double c) {
    double least = Math.min(a, Math.min(b, c));
    return least - Math.log(Math.exp(least - a) + Math.exp(least - b) + Math.exp(least - c));
  }

  @Loss
  double loss(double[] series, @Shape(4) double[] reference) {
    double[][] cost = new double[series.length + 1][5];
    for (int j = 1; j <= 4; j++) {
      cost[0][j] = 50;
    }
    for (int i = 1; i <= series.length; i++) {
      cost[i][0] = 50;
      for (int j = 1; j <= 4; j++) {
        double distance = Losses.squared(scale * series[i - 1] + shift, reference[j - 1]);
        cost[i][j] = distance + softMinimum(cost[i - 1][j], cost[i][j - 1], cost[i - 1][j - 1]);
      }
    }
    return cost[series.length][4];
  }
}
