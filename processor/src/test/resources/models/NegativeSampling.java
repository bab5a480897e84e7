package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Word vectors from a neighbour and words that are none. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class NegativeSampling {
  static final int SIZE = 4;

  @Parameter(shape = {9, SIZE})
  double[] words;

  @Parameter(shape = {9, SIZE})
  double[] contexts;

  double similarity(int word, int context) {
    double dot = 0;
    for (int d = 0; d < SIZE; d++) {
      dot += words[word * SIZE + d] * contexts[context * SIZE + d];
    }
    return dot;
  }

  @Loss
  double loss(int word, int context, @Shape(3) int[] others) {
    double loss = Losses.binaryCrossEntropy(similarity(word, context), 1);
    for (int other : others) {
      loss += Losses.binaryCrossEntropy(similarity(word, other), 0);
    }
    return loss;
  }
}
