package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Sparse;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** Word vectors by negative sampling. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class WordVectors {
  static final int WORDS = 7;
  static final int DIMENSIONS = 3;

  @Parameter(shape = {WORDS, DIMENSIONS})
  @Sparse
  double[][] inner;

  @Parameter(shape = {WORDS, DIMENSIONS})
  @Sparse
  double[][] outer;

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < DIMENSIONS; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double logistic(double margin) {
    return Ops.softplus(-margin);
  }

  @Loss
  double loss(int word, int context, int[] negatives) {
    double loss = logistic(dot(inner[word], outer[context]));
    for (int negative : negatives) {
      if (negative == context) {
        continue;
      }
      loss += logistic(-dot(inner[word], outer[negative]));
    }
    return loss;
  }
}
