package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** Arrays that the model makes, whose lengths are not known at compile time. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class OpenLengths {
  @Parameter double[] w = {0.1, 0.2, -0.3, 0.4, 0.5, -0.6};

  @Parameter double[] b = {0.1, -0.1};

  @Loss
  double loss(@Shape(3) double[] x, double y) {
    double[] hidden = Ops.softplus(Ops.affine(w, b, x));
    return Losses.squared(Ops.sum(hidden), y);
  }
}
