package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** A score of two vectors by a matrix between them. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class BilinearScore {
  @Parameter(shape = {3, 4})
  double[] between;

  @Loss
  double loss(@Shape(3) double[] a, @Shape(4) double[] b, double y) {
    return Losses.squared(Ops.dot(a, Ops.matrixVector(between, b)), y);
  }
}
