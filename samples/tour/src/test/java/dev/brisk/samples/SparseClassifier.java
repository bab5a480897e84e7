package dev.brisk.samples;

import static dev.brisk.ops.Ops.softplus;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Sparse;
import dev.brisk.Trainable;

/** Logistic regression on rows of which a few columns are not 0. */
@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.05)
class SparseClassifier {
  static final int WIDTH = 1_000;

  @Sparse
  @Parameter(shape = WIDTH)
  double[] weights;

  @Parameter double bias;

  double margin(int[] indices, double[] values) {
    double margin = bias;
    for (int i = 0; i < indices.length; i++) {
      margin += weights[indices[i]] * values[i];
    }
    return margin;
  }

  @Loss
  double loss(int[] indices, double[] values, int label) {
    double margin = margin(indices, values);
    return softplus(margin) - label * margin;
  }

  @Metric
  double accuracy(int[] indices, double[] values, int label) {
    return (margin(indices, values) > 0 ? 1 : 0) == label ? 1 : 0;
  }
}
