package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The likelihood of a mixture of three normal distributions. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class GaussianMixture {
  static final int COMPONENTS = 3;

  @Parameter(shape = COMPONENTS)
  double[] logits;

  @Parameter(shape = COMPONENTS)
  double[] means;

  @Parameter(shape = COMPONENTS)
  double[] logDeviations;

  static double logSumExp(double[] values) {
    double largest = values[0];
    for (double value : values) {
      largest = value > largest ? value : largest;
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  @Loss
  double loss(double x) {
    double[] joint = new double[COMPONENTS];
    for (int k = 0; k < COMPONENTS; k++) {
      double z = (x - means[k]) / Math.exp(logDeviations[k]);
      joint[k] = logits[k] - logDeviations[k] - 0.5 * z * z;
    }
    return logSumExp(logits) - logSumExp(joint) + 0.5 * Math.log(2 * Math.PI);
  }
}
