package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** A layer that is normalised, with a gain and a bias of its own. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class NormalizedNetwork {
  @Parameter(shape = {5, 4})
  double[] w;

  @Parameter(shape = 5)
  double[] b;

  @Parameter(shape = 5)
  double[] gain;

  @Parameter(shape = 5)
  double[] shift;

  @Parameter(shape = {3, 5})
  double[] out;

  @Loss
  double loss(@Shape(4) double[] x, int label) {
    double[] normal = Ops.layerNorm(Ops.affine(w, b, x), gain, shift);
    double[] again = Ops.layerNorm(Ops.geluTanh(normal), gain, shift, 1e-3);
    return Losses.softmaxCrossEntropy(Ops.matrixVector(out, again), label);
  }
}
