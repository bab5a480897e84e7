package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A trend that a band of second differences holds smooth, solved by sweeps in place. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SmoothTrend {
  @Parameter double logStiffness;
  @Parameter double offset;

  @Loss
  double loss(double[] noisy, double truth) {
    int n = noisy.length;
    double stiffness = Math.exp(logStiffness);
    double[] upper = new double[n];
    double[] trend = new double[n];
    for (int i = 0; i < n; i++) {
      boolean isInner = i > 0 && i < n - 1;
      double diagonal = 1 + stiffness * (isInner ? 2 : 1);
      if (i == 0) {
        upper[i] = -stiffness / diagonal;
        trend[i] = (noisy[i] + offset) / diagonal;
        continue;
      }
      double pivot = diagonal + stiffness * upper[i - 1];
      upper[i] = -stiffness / pivot;
      trend[i] = (noisy[i] + offset + stiffness * trend[i - 1]) / pivot;
    }
    for (int i = n - 2; i >= 0; i--) {
      trend[i] -= upper[i] * trend[i + 1];
    }
    double sum = 0;
    for (double value : trend) {
      sum += value * value;
    }
    return Losses.squared(sum / n, truth);
  }
}
