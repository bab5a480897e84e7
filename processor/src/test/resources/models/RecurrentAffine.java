package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** A product in a loop over the rows of a sequence. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class RecurrentAffine {
  @Parameter(shape = {3, 2})
  double[] w;

  @Parameter(shape = 3)
  double[] b;

  @Parameter(shape = 3)
  double[] out;

  @Loss
  double loss(double[][] steps, double y) {
    double score = 0;
    for (int t = 0; t < steps.length; t++) {
      double[] state = Ops.tanh(Ops.affine(w, b, steps[t]));
      score += Ops.dot(out, state);
    }
    return Losses.squared(score, y);
  }
}
