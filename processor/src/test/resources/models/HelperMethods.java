package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Helper methods of every kind that can be called. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class HelperMethods {
  static final int N = 3;

  @Parameter(shape = N)
  double[] w;

  @Parameter double temperature;

  /** Sizes and small functions. */
  static final class Numbers {
    static final double HALF = 0.5;

    static double square(double x) {
      return x * x;
    }

    static int square(int x) {
      return x * x;
    }

    private Numbers() {}
  }

  static double sigmoid(double x) {
    if (x >= 0) {
      return 1 / (1 + Math.exp(-x));
    }
    double e = Math.exp(x);
    return e / (1 + e);
  }

  double[] scaled(double[] x, double by) {
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = by * x[i] * w[i];
    }
    return result;
  }

  private void addTo(double[] sums, double[] terms) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += terms[i];
    }
  }

  static double total(double[] values) {
    double total = 0;
    for (double value : values) {
      total += value;
    }
    return total;
  }

  @Loss
  double loss(@Shape(N) double[] x, int k) {
    double[] sums = {0.1, temperature, k};
    addTo(sums, scaled(x, temperature));
    addTo(sums, this.scaled(w, Numbers.HALF));
    double mixed = sigmoid(total(sums)) * Numbers.square(temperature) + Numbers.square(k);
    return Numbers.square(mixed - HelperMethods.sigmoid(-temperature));
  }
}
