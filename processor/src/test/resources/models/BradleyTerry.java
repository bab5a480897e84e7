package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Strengths of players from the games between them. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.05)
class BradleyTerry {
  static final double SCALE = 0.5;

  @Parameter(shape = 8)
  double[] strength;

  @SuppressWarnings("brisk:log-of-one-plus-exp")
  @Loss
  double loss(int winner, int loser) {
    double difference = SCALE * (strength[winner] - strength[loser]);
    return Math.log1p(Math.exp(-difference));
  }
}
