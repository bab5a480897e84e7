package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** An element of a result, which has two names, is replaced after an operation gave it. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ReplacedElements {
  @Parameter(shape = {4, 3})
  double[] w;

  @Parameter(shape = 4)
  double[] b;

  @Loss
  double loss(@Shape(3) double[] x, double y) {
    double[] hidden = Ops.sigmoid(Ops.affine(w, b, x));
    double kept = hidden[1] * hidden[2];
    hidden[0] = hidden[1] * y;
    hidden[2] += hidden[3];
    double[] last = Ops.tanh(hidden);
    double[] same = last;
    last[1] = kept;
    return Ops.sum(same) + Ops.mean(hidden);
  }
}
