package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Derivative;

/** Functions with derivatives written by hand, of scalars and arrays, nested and in the model. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
public class UserPrimitives {
  @Parameter(shape = 3)
  double[] w;

  @Parameter double[][] rows = {{1, 2, 3}, {4, 5, 6}};
  @Parameter double gain;

  @Loss
  double loss(double[] x, double y, int n) {
    double[] hidden = new double[3];
    for (int i = 0; i < 3; i++) {
      hidden[i] = swish(w[i] * x[i] + gain);
    }
    double sum = Norms.softLength(hidden, 0.5) + Norms.softLength(w, 1) + rows[n % 2][0];
    sum += power(gain * gain + 1, n) + power(gain * gain + 2, 1.5) + blend(sum, gain, y);
    return sum * sum + Norms.softLength(rows[n % 2], 2);
  }

  /** Not inlined, as Brisk could not: it loops until it is done. */
  static double swish(@Derivative("swishSlope") double x) {
    double term = 1;
    double exponential = 0;
    int n = 0;
    while (Math.abs(term) > 1e-18) {
      exponential += term;
      term *= -x / ++n;
    }
    return x / (1 + exponential);
  }

  static double swishSlope(double x) {
    double sigmoid = 1 / (1 + Math.exp(-x));
    return sigmoid + x * sigmoid * (1 - sigmoid);
  }

  /** Overloaded, as its derivative is. */
  static double power(@Derivative("powerByBase") double base, int exponent) {
    return Math.pow(base, exponent);
  }

  static double powerByBase(double base, int exponent) {
    return exponent * Math.pow(base, exponent - 1);
  }

  static double power(@Derivative("powerByBase") double base, double exponent) {
    return Math.pow(base, exponent);
  }

  static double powerByBase(double base, double exponent) {
    return exponent * Math.pow(base, exponent - 1);
  }

  /** Of two active arguments, and one that is none. */
  static double blend(
      @Derivative("blendByLeft") double left, @Derivative("blendByRight") double right, double at) {
    return Math.sin(left) * right + at;
  }

  static double blendByLeft(double left, double right, double at) {
    return Math.cos(left) * right;
  }

  static double blendByRight(double left, double right, double at) {
    return Math.sin(left);
  }

  static class Norms {
    static double softLength(@Derivative("addSlopes") double[] xs, double floor) {
      double sum = floor;
      for (double x : xs) {
        sum += x * x;
      }
      return Math.sqrt(sum);
    }

    static void addSlopes(double[] xs, double floor, double upstream, double[] gradient) {
      double length = softLength(xs, floor);
      for (int i = 0; i < xs.length; i++) {
        gradient[i] += upstream * xs[i] / length;
      }
    }
  }
}
