package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A factorisation machine over the indices and values of sparse features. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ClickFactors {
  static final int FEATURES = 8;
  static final int FACTORS = 2;

  @Parameter double bias;

  @Parameter(shape = FEATURES)
  double[] linear;

  @Parameter(shape = {FEATURES, FACTORS})
  double[][] factors;

  double logit(int[] indices, double[] values) {
    double logit = bias;
    double[] sums = new double[FACTORS];
    double squares = 0;
    for (int i = 0; i < indices.length; i++) {
      double[] row = factors[indices[i]];
      logit += linear[indices[i]] * values[i];
      for (int f = 0; f < FACTORS; f++) {
        double term = row[f] * values[i];
        sums[f] += term;
        squares += term * term;
      }
    }
    double pairs = -squares;
    for (double sum : sums) {
      pairs += sum * sum;
    }
    return logit + 0.5 * pairs;
  }

  @Loss
  double loss(int[] indices, double[] values, int click) {
    return Losses.binaryCrossEntropy(logit(indices, values), click);
  }
}
