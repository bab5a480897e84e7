package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** An integral by nodes and weights that are constants, one set of another class. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Quadrature {
  static final double[] NODES = {-0.774596669241483, 0, 0.774596669241483};

  /** Weights, and a table in two dimensions. */
  static final class Tables {
    static final double[] WEIGHTS = {5.0 / 9, 8.0 / 9, 5.0 / 9};
    static final double[][] SHIFTS = {{0.1, 0.2}, {0.3, 0.4}};

    private Tables() {}
  }

  final double scale;
  final int[] powers;

  @Parameter(shape = 3)
  double[] c;

  Quadrature() {
    scale = 0.5;
    powers = new int[] {1, 2};
  }

  @Loss
  double loss(double from, int shift) {
    double integral = 0;
    for (int i = 0; i < NODES.length; i++) {
      double x = from + scale * (NODES[i] + Tables.SHIFTS[shift][1]);
      double value = c[0];
      for (int power : powers) {
        value += c[power] * (power == 1 ? x : x * x);
      }
      integral += Tables.WEIGHTS[i] * value * value;
    }
    return this.scale * integral;
  }
}
