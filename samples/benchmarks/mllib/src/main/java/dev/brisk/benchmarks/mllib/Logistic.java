package dev.brisk.benchmarks.mllib;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.ops.Losses.binaryCrossEntropy;
import static dev.brisk.ops.Ops.affine;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Logistic regression; a matrix of one row, so that batches are products. */
@Trainable
@Optimizer(value = SGD, learningRate = 0.1)
@Schedule(COSINE)
class Logistic {
  static final int FEATURES = 100;

  @Parameter(shape = {1, FEATURES})
  double[] weights;

  @Parameter(shape = 1)
  double[] bias;

  @Loss
  double loss(@Shape(FEATURES) double[] features, int label) {
    return binaryCrossEntropy(affine(weights, bias, features)[0], label);
  }
}
