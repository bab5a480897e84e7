package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import java.util.Arrays;

/** Arrays copied and filled by calls, and locals that get their values after their declaration. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Copies {
  @Parameter double p;
  @Parameter double q;

  @Parameter(shape = 3)
  double[] w;

  private double squares(double[] values) {
    var sum = 0.0;
    for (final double value : values) {
      sum += value * value;
    }
    return sum;
  }

  @Loss
  double loss(double x, int k, double[] xs, @Shape(4) boolean[] mask) {
    double[] scaled = xs.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= p;
    }
    final double[] longer = Arrays.copyOf(w, k + 3);
    double[] values;
    values = new double[] {p, q, x, 1};
    double[] filled = new double[6];
    Arrays.fill(filled, q * x);
    Arrays.fill(filled, 1, 3, p);
    System.arraycopy(w, 1, filled, k > 2 ? 3 : 1, 2);
    System.arraycopy(values, 0, filled, 0, 2);
    boolean[] flags = mask.clone();
    Arrays.fill(flags, 0, 2, k > 1);
    double[] same;
    same = values;
    double late;
    if (flags[0] ^ flags[3]) {
      late = p;
    } else {
      late = q * same[0];
    }
    double sum = squares(w.clone()) + squares(Arrays.copyOf(scaled, 2));
    for (double value : filled) {
      sum = Math.sin(sum + value);
    }
    return sum + squares(longer) + late * squares(scaled) + values[3];
  }
}
