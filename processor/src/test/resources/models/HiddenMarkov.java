package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The forward algorithm in logarithms. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class HiddenMarkov {
  static final int STATES = 2;
  static final int SYMBOLS = 3;

  @Parameter(shape = {STATES, STATES})
  double[] transition;

  @Parameter(shape = {STATES, SYMBOLS})
  double[] emission;

  static double logSum(double a, double b) {
    double largest = Math.max(a, b);
    return largest + Math.log(Math.exp(a - largest) + Math.exp(b - largest));
  }

  @Loss
  double loss(int[] symbols) {
    double[] alpha = new double[symbols.length * STATES];
    for (int s = 0; s < STATES; s++) {
      alpha[s] = emission[s * SYMBOLS + symbols[0]];
    }
    for (int t = 1; t < symbols.length; t++) {
      for (int s = 0; s < STATES; s++) {
        double from0 = alpha[(t - 1) * STATES] + transition[s];
        double from1 = alpha[(t - 1) * STATES + 1] + transition[STATES + s];
        alpha[t * STATES + s] = logSum(from0, from1) + emission[s * SYMBOLS + symbols[t]];
      }
    }
    int end = (symbols.length - 1) * STATES;
    return -logSum(alpha[end], alpha[end + 1]);
  }
}
