package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A recurrent network whose state is overwritten in each step. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class RecurrentNetwork {
  static final int STATES = 3;

  @Parameter(shape = {STATES, STATES})
  double[][] recurrent;

  @Parameter(shape = {STATES, 2})
  double[][] input;

  @Parameter(shape = STATES)
  double[] readout;

  @Loss
  double loss(double[][] sequence, double target) {
    double[] state = new double[STATES];
    double[] next = new double[STATES];
    for (double[] x : sequence) {
      for (int i = 0; i < STATES; i++) {
        double sum = input[i][0] * x[0] + input[i][1] * x[1];
        for (int j = 0; j < STATES; j++) {
          sum += recurrent[i][j] * state[j];
        }
        next[i] = Math.tanh(sum);
      }
      for (int i = 0; i < STATES; i++) {
        state[i] = next[i];
      }
    }
    double predicted = 0;
    for (int i = 0; i < STATES; i++) {
      predicted += readout[i] * state[i];
    }
    return Losses.squared(predicted, target);
  }
}
