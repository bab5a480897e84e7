package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The likelihood of sequences of any length, from scores of transitions. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class MarkovChain {
  static final int STATES = 4;

  @Parameter(shape = {STATES, STATES})
  double[] scores;

  @Loss
  double loss(int[] states) {
    double negativeLogLikelihood = 0;
    for (int t = 1; t < states.length; t++) {
      int row = states[t - 1] * STATES;
      double sum = 0;
      for (int s = 0; s < STATES; s++) {
        sum += Math.exp(scores[row + s]);
      }
      negativeLogLikelihood += Math.log(sum) - scores[row + states[t]];
    }
    return negativeLogLikelihood;
  }
}
