package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A local array filled by initialisers, read by an index of the data. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Weekdays {
  @Parameter double weekday;
  @Parameter double weekend;

  @Loss
  double loss(int day, double sales) {
    double[] effect = {weekday, weekday, weekday, weekday, weekday * 1.1, weekend, weekend * weekend};
    int[] order = {6, 5, 4, 3, 2, 1, 0};
    double predicted = effect[day] + 0.25 * effect[order[day]];
    return Losses.huber(predicted, sales, 0.7);
  }
}
