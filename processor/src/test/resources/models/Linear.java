package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Linear regression. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Linear {
  @Parameter(shape = 5)
  double[] weights;

  @Parameter double bias;

  double predict(@Shape(5) double[] features) {
    double sum = bias;
    for (int i = 0; i < features.length; i++) {
      sum += weights[i] * features[i];
    }
    return sum;
  }

  @Loss
  double loss(@Shape(5) double[] features, double target) {
    double error = predict(features) - target;
    return error * error;
  }

  @Metric
  double absoluteError(@Shape(5) double[] features, double target) {
    return Math.abs(predict(features) - target);
  }
}
