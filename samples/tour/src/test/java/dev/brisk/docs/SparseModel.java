package dev.brisk.docs;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.ops.Losses.binaryCrossEntropy;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Sparse;
import dev.brisk.Trainable;

/** Tells two kinds of sparse rows apart, by logistic regression. */
@Trainable
@Optimizer(value = SGD, learningRate = 0.1)
class SparseModel {
  @Sparse
  @Parameter(shape = 47_236)
  double[] weights;

  @Loss
  double loss(int[] indices, double[] values, int label) {
    double score = 0;
    for (int i = 0; i < indices.length; i++) {
      score += weights[indices[i]] * values[i];
    }
    return binaryCrossEntropy(score, label);
  }
}
