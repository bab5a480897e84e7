package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Counts of pairs of categories, kept in an array that is cleared for each group. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Interactions {
  @Parameter(shape = {3, 2})
  double[][] effect;

  @Loss
  double loss(int[] first, int[] second, double target) {
    int[] seen = new int[3];
    double sum = 0;
    for (int group = 0; group < 2; group++) {
      for (int c = 0; c < seen.length; c++) {
        seen[c] = 0;
      }
      for (int i = 0; i < first.length; i++) {
        if (second[i] == group) {
          seen[first[i]]++;
        }
      }
      for (int c = 0; c < seen.length; c++) {
        sum += Math.log1p(seen[c]) * effect[c][group] * effect[c][group];
      }
    }
    return Losses.squared(sum, target);
  }
}
