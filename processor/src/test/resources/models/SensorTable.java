package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A sensor whose readings a constant table corrects, between its points. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SensorTable {
  static final double[][] TABLE = {
    {0.0, 0.2, 0.5},
    {0.1, 0.6, 0.9},
    {0.4, 0.8, 1.7},
  };

  static final double[] KNOTS = {-1, 0, 1};

  @Parameter double gain;
  @Parameter double offset;
  @Parameter double drift;

  static int cell(double at) {
    for (int i = 1; i < KNOTS.length - 1; i++) {
      if (at < KNOTS[i]) {
        return i - 1;
      }
    }
    return KNOTS.length - 2;
  }

  @Loss
  double loss(double reading, double temperature, double truth) {
    double x = gain * reading + offset;
    double y = temperature + drift * reading;
    int i = cell(x);
    int j = cell(y);
    double u = (x - KNOTS[i]) / (KNOTS[i + 1] - KNOTS[i]);
    double v = (y - KNOTS[j]) / (KNOTS[j + 1] - KNOTS[j]);
    double low = (1 - v) * TABLE[i][j] + v * TABLE[i][j + 1];
    double high = (1 - v) * TABLE[i + 1][j] + v * TABLE[i + 1][j + 1];
    return Losses.squared((1 - u) * low + u * high, truth);
  }
}
