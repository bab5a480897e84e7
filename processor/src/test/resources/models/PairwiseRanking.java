package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Bayesian personalised ranking. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class PairwiseRanking {
  @Parameter(shape = {4, 2})
  double[] users;

  @Parameter(shape = {6, 2})
  double[] items;

  @Loss
  double loss(int user, int liked, int other) {
    double margin = 0;
    for (int f = 0; f < 2; f++) {
      margin += users[user * 2 + f] * (items[liked * 2 + f] - items[other * 2 + f]);
    }
    return margin > 0
        ? Math.log1p(Math.exp(-margin))
        : -margin + Math.log1p(Math.exp(margin));
  }
}
