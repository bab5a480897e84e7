package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The loss is what a loop leaves behind, after rounds that a helper method counts. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LoopResult {
  @Parameter double pull;
  @Parameter double push;

  static int rounds(int level) {
    int twice = 2 * level;
    return twice + 1;
  }

  @Loss
  double loss(double start, int level) {
    double state = start;
    int inner = level;
    for (int i = 0; i < rounds(level); i++) {
      for (int j = 0; j < inner; j++) {
        state = Math.sin(state * pull + push);
      }
      inner = (inner + i) % 3;
      state = state * state * pull + i;
    }
    return state;
  }
}
