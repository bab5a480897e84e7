package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Attention of one query over a short sequence. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Attention {
  @Parameter(shape = 2)
  double[] query;

  @Parameter(shape = 2)
  double[] value;

  @Loss
  double loss(@Shape({4, 2}) double[] tokens, double target) {
    double[] scores = new double[4];
    for (int t = 0; t < 4; t++) {
      scores[t] = (query[0] * tokens[2 * t] + query[1] * tokens[2 * t + 1]) / Math.sqrt(2);
    }
    double sum = 0;
    double attended = 0;
    for (int t = 0; t < 4; t++) {
      double weight = Math.exp(scores[t]);
      sum += weight;
      attended += weight * (value[0] * tokens[2 * t] + value[1] * tokens[2 * t + 1]);
    }
    return Losses.absolute(attended / sum, target) + 0.5 * Losses.squared(attended / sum, target);
  }
}
