package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** What a layer adds to its input, through a gate. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ResidualNetwork {
  @Parameter(shape = {5, 5})
  double[] w;

  @Parameter(shape = 5)
  double[] b;

  @Parameter(shape = {5, 5})
  double[] gate;

  @Parameter(shape = 5)
  double[] out;

  @Loss
  double loss(@Shape(5) double[] x, double y) {
    double[] change = Ops.gelu(Ops.affine(w, b, x));
    double[] open = Ops.sigmoid(Ops.matrixVector(gate, x));
    double[] next = Ops.add(x, Ops.multiply(open, change));
    return Losses.squared(Ops.dot(out, next), y);
  }
}
