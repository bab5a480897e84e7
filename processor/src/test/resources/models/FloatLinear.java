package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Linear regression in single precision. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class FloatLinear {
  @Parameter(shape = 5)
  float[] weights;

  @Parameter float bias;

  @Loss
  float loss(@Shape(5) float[] features, float target) {
    float error = bias - target;
    for (int i = 0; i < features.length; i++) {
      error += weights[i] * features[i];
    }
    return error * error;
  }
}
