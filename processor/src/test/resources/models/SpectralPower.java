package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** The power of a window at each frequency, after a filter that is learnt. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SpectralPower {
  @Parameter(shape = 3)
  double[] filter;

  @Loss
  double loss(@Shape(6) double[] signal, @Shape(3) double[] power) {
    int n = signal.length;
    double[] filtered = new double[n];
    for (int t = 0; t < n; t++) {
      for (int lag = 0; lag < Math.min(filter.length, t + 1); lag++) {
        filtered[t] += filter[lag] * signal[t - lag];
      }
    }
    double loss = 0;
    for (int k = 0; k < power.length; k++) {
      double re = 0;
      double im = 0;
      for (int t = 0; t < n; t++) {
        double angle = 2 * Math.PI * k * t / n;
        re += filtered[t] * Math.cos(angle);
        im -= filtered[t] * Math.sin(angle);
      }
      loss += Losses.squared(Math.log(1 + (re * re + im * im) / n), power[k]);
    }
    return loss;
  }
}
