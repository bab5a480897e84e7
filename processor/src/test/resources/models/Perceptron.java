package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** Two layers of rectified units by operations on vectors, then a softmax. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Perceptron {
  @Parameter(shape = {6, 4})
  double[] w1;

  @Parameter(shape = 6)
  double[] b1;

  @Parameter(shape = {3, 6})
  double[] w2;

  @Parameter(shape = 3)
  double[] b2;

  private double[] logits(double[] x) {
    return Ops.affine(w2, b2, Ops.relu(Ops.affine(w1, b1, x)));
  }

  @Loss
  double loss(@Shape(4) double[] x, int label) {
    return Losses.softmaxCrossEntropy(logits(x), label);
  }

  @Metric
  double accuracy(@Shape(4) double[] x, int label) {
    return Ops.argmax(logits(x)) == label ? 1 : 0;
  }
}
