package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The forward algorithm in logarithms, with one array for all steps. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ForwardAlgorithm {
  static final int STATES = 3;
  static final int SYMBOLS = 4;

  @Parameter(shape = STATES)
  double[] initial;

  @Parameter(shape = {STATES, STATES})
  double[][] transition;

  @Parameter(shape = {STATES, SYMBOLS})
  double[][] emission;

  static double logSum(double[] values) {
    double largest = values[0];
    for (double value : values) {
      largest = Math.max(largest, value);
    }
    double sum = 0;
    for (double value : values) {
      sum += Math.exp(value - largest);
    }
    return largest + Math.log(sum);
  }

  @Loss
  double loss(int[] symbols) {
    double[] alpha = new double[STATES];
    double[] next = new double[STATES];
    double[] paths = new double[STATES];
    for (int s = 0; s < STATES; s++) {
      alpha[s] = initial[s] - logSum(initial) + emission[s][symbols[0]] - logSum(emission[s]);
    }
    for (int t = 1; t < symbols.length; t++) {
      for (int to = 0; to < STATES; to++) {
        for (int from = 0; from < STATES; from++) {
          paths[from] = alpha[from] + transition[from][to] - logSum(transition[from]);
        }
        next[to] = logSum(paths) + emission[to][symbols[t]] - logSum(emission[to]);
      }
      for (int s = 0; s < STATES; s++) {
        alpha[s] = next[s];
      }
    }
    return -logSum(alpha);
  }
}
