package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Logistic regression in single precision. */
@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
class FloatLogistic {
  @Parameter(shape = 3)
  float[] weights;

  @Parameter float bias;

  @Loss
  double loss(@Shape(3) float[] features, int label) {
    float logit = bias;
    for (int i = 0; i < 3; i++) {
      logit += weights[i] * features[i];
    }
    return Losses.binaryCrossEntropy(logit, label);
  }
}
