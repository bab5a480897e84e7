package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.argmax;

/** Softmax regression with the loss of the runtime. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SoftmaxByLosses {
  private static final int CLASSES = 3;

  @Parameter(shape = {CLASSES, 4})
  double[] weights;

  @Parameter(shape = CLASSES)
  double[] bias;

  private double[] logits(double[] features) {
    double[] logits = new double[CLASSES];
    for (int k = 0; k < CLASSES; k++) {
      double logit = bias[k];
      for (int i = 0; i < features.length; i++) {
        logit += weights[k * features.length + i] * features[i];
      }
      logits[k] = logit;
    }
    return logits;
  }

  @Loss
  double loss(@Shape(4) double[] features, int label) {
    return softmaxCrossEntropy(logits(features), label);
  }

  @Metric
  double accuracy(@Shape(4) double[] features, int label) {
    return argmax(logits(features)) == label ? 1 : 0;
  }
}
