package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** One matrix of parameters in two products. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class TiedWeights {
  @Parameter(shape = {4, 4})
  double[] w;

  @Parameter(shape = 4)
  double[] b;

  @Loss
  double loss(@Shape(4) double[] x, @Shape(4) double[] y) {
    double[] first = Ops.tanh(Ops.affine(w, b, x));
    double[] second = Ops.tanh(Ops.affine(w, b, first));
    double[] error = Ops.subtract(second, y);
    return Ops.dot(error, error);
  }
}
