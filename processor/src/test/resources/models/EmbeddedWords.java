package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** Words by rows of a table, joined to one vector, and parts of it. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class EmbeddedWords {
  @Parameter(shape = {6, 3})
  double[] table;

  @Parameter(shape = {4, 8})
  double[] w;

  @Parameter(shape = 4)
  double[] b;

  @Loss
  double loss(int left, int right, @Shape(2) double[] context, double target) {
    double[] joined = Ops.concat(Ops.embedding(table, 3, left), context, Ops.embedding(table, 3, right));
    double[] hidden = Ops.logSigmoid(Ops.affine(w, b, joined));
    double[] first = Ops.slice(hidden, 0, 2);
    double[] second = Ops.slice(hidden, 2, 4);
    return Losses.squared(Ops.dot(first, second) + Ops.mean(Ops.slice(joined, 1, 4)), target);
  }
}
