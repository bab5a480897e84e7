package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** A conditional random field along a chain. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ChainCrf {
  static final int TAGS = 3;

  @Parameter(shape = {TAGS, TAGS})
  double[][] transitions;

  @Parameter(shape = {TAGS, 2})
  double[][] emissions;

  double score(double[] word, int tag) {
    double[] row = emissions[tag];
    return row[0] * word[0] + row[1] * word[1];
  }

  @Loss
  double loss(double[][] words, int[] tags) {
    double[] alpha = new double[TAGS];
    double[] sums = new double[TAGS];
    double path = score(words[0], tags[0]);
    for (int tag = 0; tag < TAGS; tag++) {
      alpha[tag] = score(words[0], tag);
    }
    for (int t = 1; t < words.length; t++) {
      path += transitions[tags[t - 1]][tags[t]] + score(words[t], tags[t]);
      double largest = alpha[0];
      for (double a : alpha) {
        largest = Math.max(largest, a);
      }
      for (int to = 0; to < TAGS; to++) {
        sums[to] = 0;
        for (int from = 0; from < TAGS; from++) {
          sums[to] += Math.exp(alpha[from] - largest + transitions[from][to]);
        }
      }
      for (int tag = 0; tag < TAGS; tag++) {
        alpha[tag] = largest + Math.log(sums[tag]) + score(words[t], tag);
      }
    }
    double total = 0;
    for (double a : alpha) {
      total += Math.exp(a);
    }
    return Math.log(total) - path;
  }
}
