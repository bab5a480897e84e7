package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Logistic regression on features given by index and value, as many as there are. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SparseLogistic {
  @Parameter(shape = 10)
  double[] weights;

  @Parameter double bias;

  @Loss
  double loss(int[] indices, double[] values, double label) {
    double score = bias;
    for (int k = 0; k < indices.length; k++) {
      score += weights[indices[k]] * values[k];
    }
    return Losses.hinge(score, label > 0 ? 1 : -1) + Losses.binaryCrossEntropy(score, label);
  }
}
