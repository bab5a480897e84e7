package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Attention over a sequence of any length; the scores become weights in place. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SequenceAttention {
  @Parameter(shape = 3)
  double[] query;

  @Parameter(shape = {3, 3})
  double[][] values;

  @Parameter(shape = 3)
  double[] output;

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static void softmax(double[] scores) {
    double largest = scores[0];
    for (double score : scores) {
      largest = Math.max(largest, score);
    }
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      scores[i] = Math.exp(scores[i] - largest);
      sum += scores[i];
    }
    for (int i = 0; i < scores.length; i++) {
      scores[i] /= sum;
    }
  }

  @Loss
  double loss(double[][] sequence, double target) {
    double[] weights = new double[sequence.length];
    for (int t = 0; t < sequence.length; t++) {
      weights[t] = dot(query, sequence[t]) / Math.sqrt(3);
    }
    softmax(weights);
    double[] context = new double[3];
    for (int t = 0; t < sequence.length; t++) {
      for (int i = 0; i < 3; i++) {
        context[i] += weights[t] * dot(values[i], sequence[t]);
      }
    }
    return Losses.squared(dot(output, context), target);
  }
}
