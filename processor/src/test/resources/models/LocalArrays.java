package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Arrays made in loops, by helper methods and under a second name, of every length. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LocalArrays {
  @Parameter double p;
  @Parameter double q;

  @Parameter(shape = 3)
  double[] w;

  static double[] mapped(double[] values, double factor) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i] * factor * factor;
    }
    return result;
  }

  static double total(double[] values) {
    double total = 0;
    for (double value : values) {
      total += value;
    }
    return total;
  }

  @Loss
  double loss(@Shape(4) double[] fixed, double[] varying, int rounds) {
    double sum = total(mapped(fixed, p)) + total(mapped(mapped(varying, q), p));
    double[] same = w;
    for (double weight : same) {
      sum += weight * weight;
    }
    for (int i = 0; i < rounds; i++) {
      double[] inner = new double[i + 1];
      inner[i] = p * i;
      for (int j = 0; j <= i; j++) {
        inner[j] += q * sum;
      }
      sum = Math.sin(inner[i] + inner[0]);
    }
    double[] back = new double[4];
    for (int i = 3; i >= 0; i--) {
      back[i] = Math.sin(fixed[i] * p + (i < 3 ? back[i + 1] : q));
    }
    int[] order = {2, 0, 1};
    for (int i : order) {
      sum = sum * p + w[i];
    }
    double[] none = {};
    double[] chain = new double[] {p, q, 0, 0};
    chain[2] += chain[0] * chain[1];
    for (double value : none) {
      sum *= value;
    }
    return sum * back[0] + chain[2] * chain[2];
  }
}
