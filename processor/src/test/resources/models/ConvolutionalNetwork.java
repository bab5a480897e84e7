package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** Two convolutions with pooling, the second of several channels. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ConvolutionalNetwork {
  @Parameter(shape = {2, 1, 3, 3})
  double[] first;

  @Parameter(shape = 2)
  double[] firstBias;

  @Parameter(shape = {3, 2, 2, 2})
  double[] second;

  @Parameter(shape = 3)
  double[] secondBias;

  @Parameter(shape = {3, 3})
  double[] w;

  @Parameter(shape = 3)
  double[] b;

  @Loss
  double loss(@Shape({6, 6}) double[] image, int label) {
    double[] edges = Ops.maxPool(Ops.relu(Ops.conv2d(image, 6, 6, first, firstBias, 3)), 4, 4, 2, 1);
    double[] shapes = Ops.tanh(Ops.conv2d(edges, 3, 3, second, secondBias, 2, 2, 1));
    double[] pooled = Ops.averagePool(shapes, 2, 2, 2);
    return Losses.softmaxCrossEntropy(Ops.affine(w, b, pooled), label);
  }
}
