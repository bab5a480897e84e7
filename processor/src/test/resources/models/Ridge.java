package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Linear regression with a penalty on large weights. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01, momentum = 0.9)
class Ridge {
  private static final double PENALTY = 0.1;

  @Parameter(shape = 4)
  double[] weights;

  @Loss
  double loss(@Shape(4) double[] features, double target) {
    double prediction = 0;
    double penalty = 0;
    for (int i = 0; i < features.length; i++) {
      prediction += weights[i] * features[i];
    }
    for (double weight : weights) {
      penalty += weight * weight;
    }
    return Math.pow(prediction - target, 2) + PENALTY * penalty;
  }
}
