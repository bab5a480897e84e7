package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Ratings from factors and biases of users and items. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class MatrixFactorization {
  static final int RANK = 3;

  @Parameter(shape = {6, RANK})
  double[] users;

  @Parameter(shape = {5, RANK})
  double[] items;

  @Parameter(shape = 6)
  double[] userBias;

  @Parameter(shape = 5)
  double[] itemBias;

  @Parameter double mean;

  @Loss
  double loss(int user, int item, double rating) {
    double predicted = mean + userBias[user] + itemBias[item];
    double norm = 0;
    for (int f = 0; f < RANK; f++) {
      double u = users[user * RANK + f];
      double v = items[item * RANK + f];
      predicted += u * v;
      norm += u * u + v * v;
    }
    return Losses.squared(predicted, rating) + 0.02 * norm;
  }
}
