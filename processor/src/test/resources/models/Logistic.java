package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Logistic regression, written out. */
@Trainable
@Optimizer(value = Algorithm.ADAM)
class Logistic {
  @Parameter(shape = 3)
  double[] weights;

  @Parameter double bias;

  @SuppressWarnings("brisk:log-of-sigmoid")
  @Loss
  double loss(@Shape(3) double[] features, int label) {
    double logit = bias;
    for (int i = 0; i < 3; i++) {
      logit += weights[i] * features[i];
    }
    double probability = 1 / (1 + Math.exp(-logit));
    return label == 1 ? -Math.log(probability) : -Math.log(1 - probability);
  }
}
