package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Multinomial logistic regression, a row of weights for each class. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class MultinomialLogistic {
  static final int CLASSES = 3;
  static final int FEATURES = 4;

  @Parameter(shape = {CLASSES, FEATURES})
  double[][] weights;

  @Parameter(shape = CLASSES)
  double[] bias;

  double[] logits(double[] features) {
    double[] logits = new double[CLASSES];
    for (int c = 0; c < CLASSES; c++) {
      logits[c] = bias[c];
      for (int f = 0; f < FEATURES; f++) {
        logits[c] += weights[c][f] * features[f];
      }
    }
    return logits;
  }

  @Loss
  double loss(@Shape(FEATURES) double[] features, int label) {
    return Losses.softmaxCrossEntropy(logits(features), label);
  }
}
