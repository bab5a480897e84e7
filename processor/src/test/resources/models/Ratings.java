package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Matrix factorisation over ratings, with the other items that a user has rated. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Ratings {
  /** One rating; its time and comment are not looked at. */
  record Rating(int user, Item item, double stars, double[] weights, String comment) {}

  /** What is rated. */
  record Item(int number, int[] tags) {}

  private static final int RANK = 3;

  @Parameter(shape = {6, RANK})
  double[][] users;

  @Parameter(shape = {6, RANK})
  double[][] items;

  private double similarity(Rating rating, double[] factors) {
    double[] user = users[rating.user()];
    double dot = 0;
    for (int k = 0; k < RANK; k++) {
      dot += user[k] * factors[k];
    }
    return dot;
  }

  @Loss
  double loss(Rating rating) {
    Rating same = rating;
    Item item = same.item();
    double predicted = similarity(rating, items[item.number()]);
    for (int t = 0; t < rating.item().tags().length; t++) {
      predicted += rating.weights()[0] * similarity(rating, items[item.tags()[t]]);
    }
    return Losses.squared(predicted, rating.stars());
  }
}
