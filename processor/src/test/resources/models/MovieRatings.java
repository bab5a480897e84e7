package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Matrix factorisation over records of ratings. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class MovieRatings {
  record Rating(int user, int item, double stars) {}

  static final int FACTORS = 3;
  static final double PENALTY = 0.02;

  @Parameter(shape = {5, FACTORS})
  double[][] users;

  @Parameter(shape = {6, FACTORS})
  double[][] items;

  @Parameter(shape = 5)
  double[] userBias;

  @Parameter(shape = 6)
  double[] itemBias;

  @Parameter double mean;

  double predicted(Rating rating) {
    double[] user = users[rating.user()];
    double[] item = items[rating.item()];
    double sum = mean + userBias[rating.user()] + itemBias[rating.item()];
    for (int f = 0; f < FACTORS; f++) {
      sum += user[f] * item[f];
    }
    return sum;
  }

  static double squares(double[] row) {
    double sum = 0;
    for (double x : row) {
      sum += x * x;
    }
    return sum;
  }

  @Loss
  double loss(Rating rating) {
    double penalty = squares(users[rating.user()]) + squares(items[rating.item()]);
    return Losses.squared(predicted(rating), rating.stars()) + PENALTY * penalty;
  }
}
