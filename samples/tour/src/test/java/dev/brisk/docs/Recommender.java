package dev.brisk.docs;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Init.NORMAL;
import static dev.brisk.ops.Losses.squared;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Sparse;
import dev.brisk.Trainable;

/** Stars that a user gives to an item, by the product of what is learnt of both. */
@Trainable
@Optimizer(value = SGD, learningRate = 0.05)
class Recommender {
  record Rating(int user, int item, double stars) {}

  @Sparse
  @Parameter(
      shape = {500_000, 32},
      init = NORMAL)
  double[][] users;

  @Sparse
  @Parameter(
      shape = {20_000, 32},
      init = NORMAL)
  double[][] items;

  @Loss
  double loss(Rating rating) {
    double[] user = users[rating.user()];
    double[] item = items[rating.item()];
    double predicted = 0;
    for (int k = 0; k < user.length; k++) {
      predicted += user[k] * item[k];
    }
    return squared(predicted, rating.stars());
  }
}
