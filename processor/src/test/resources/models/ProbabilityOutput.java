package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Ops;

/** A distribution against a target distribution, in logarithms. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ProbabilityOutput {
  @Parameter(shape = {3, 4})
  double[] w;

  @Parameter(shape = 3)
  double[] b;

  @Loss
  double loss(@Shape(4) double[] x, @Shape(3) double[] target) {
    double[] logits = Ops.affine(w, b, x);
    double[] logarithms = Ops.logSoftmax(logits);
    double[] probabilities = Ops.softmax(Ops.scale(logits, 0.5));
    return -Ops.dot(target, logarithms) + Ops.dot(probabilities, probabilities);
  }
}
