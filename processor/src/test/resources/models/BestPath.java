package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** The margin of the best path through a lattice over a given one. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class BestPath {
  static final int TAGS = 3;

  @Parameter(shape = {TAGS, TAGS})
  double[][] follows;

  @Parameter(shape = {TAGS, 2})
  double[][] fits;

  double score(double[] word, int tag) {
    return fits[tag][0] * word[0] + fits[tag][1] * word[1];
  }

  @Loss
  double loss(@Shape({5, 2}) double[][] words, @Shape(5) int[] tags) {
    double[] best = new double[TAGS];
    double[] next = new double[TAGS];
    double given = score(words[0], tags[0]);
    for (int tag = 0; tag < TAGS; tag++) {
      best[tag] = score(words[0], tag) + (tag == tags[0] ? 0 : 0.5);
    }
    for (int t = 1; t < words.length; t++) {
      given += follows[tags[t - 1]][tags[t]] + score(words[t], tags[t]);
      for (int to = 0; to < TAGS; to++) {
        double highest = best[0] + follows[0][to];
        for (int from = 1; from < TAGS; from++) {
          highest = Math.max(highest, best[from] + follows[from][to]);
        }
        next[to] = highest + score(words[t], to) + (to == tags[t] ? 0 : 0.5);
      }
      for (int tag = 0; tag < TAGS; tag++) {
        best[tag] = next[tag];
      }
    }
    return Math.max(Math.max(best[0], best[1]), best[2]) - given;
  }
}
