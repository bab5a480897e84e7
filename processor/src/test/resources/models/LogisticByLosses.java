package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Logistic regression with the loss of the runtime. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LogisticByLosses {
  @Parameter(shape = 3)
  double[] weights;

  @Parameter double bias;

  @Loss
  double loss(@Shape(3) double[] features, int label) {
    double logit = bias;
    for (int i = 0; i < features.length; ++i) {
      logit += weights[i] * features[i];
    }
    return Losses.binaryCrossEntropy(logit, label);
  }
}
