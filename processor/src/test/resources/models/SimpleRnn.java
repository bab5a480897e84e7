package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A recurrent network over a sequence of any length, its states in one array. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class SimpleRnn {
  static final int STATES = 3;

  @Parameter(shape = STATES)
  double[] input;

  @Parameter(shape = {STATES, STATES})
  double[] recurrent;

  @Parameter(shape = STATES)
  double[] output;

  @Loss
  double loss(double[] sequence, double target) {
    double[] h = new double[(sequence.length + 1) * STATES];
    for (int t = 0; t < sequence.length; t++) {
      for (int j = 0; j < STATES; j++) {
        double sum = input[j] * sequence[t];
        for (int i = 0; i < STATES; i++) {
          sum += recurrent[j * STATES + i] * h[t * STATES + i];
        }
        h[(t + 1) * STATES + j] = Math.tanh(sum);
      }
    }
    double prediction = 0;
    for (int j = 0; j < STATES; j++) {
      prediction += output[j] * h[sequence.length * STATES + j];
    }
    return Losses.squared(prediction, target);
  }
}
