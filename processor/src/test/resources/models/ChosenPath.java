package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** Products on some paths alone, and of weights that a number of the example scales. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ChosenPath {
  @Parameter(shape = {3, 3})
  double[] w;

  @Parameter(shape = 3)
  double[] b;

  @Loss
  double loss(@Shape(3) double[] x, int n) {
    double[] hidden = Ops.leakyRelu(Ops.affine(w, b, x), 0.1);
    double sum = Ops.sum(hidden);
    if (n > 1) {
      double[] again = Ops.elu(Ops.affine(w, b, hidden));
      sum += Ops.mean(again);
    }
    return sum * sum;
  }
}
