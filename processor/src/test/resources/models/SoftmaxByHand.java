package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Softmax regression with the logarithm of a sum of exponentials, kept from overflow. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SoftmaxByHand {
  @Parameter(shape = {3, 4})
  double[] weights;

  @Loss
  double loss(@Shape(4) double[] features, int label) {
    double[] scores = new double[3];
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < 4; i++) {
        scores[k] += weights[k * 4 + i] * features[i];
      }
    }
    double largest = scores[0];
    for (int k = 1; k < 3; k++) {
      largest = Math.max(largest, scores[k]);
    }
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score - largest);
    }
    return largest + Math.log(sum) - scores[label];
  }
}
