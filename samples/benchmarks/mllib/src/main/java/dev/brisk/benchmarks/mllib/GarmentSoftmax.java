package dev.brisk.benchmarks.mllib;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Softmax regression of Fashion-MNIST. */
@Trainable
@Optimizer(value = ADAM, learningRate = 0.004)
@Schedule(COSINE)
class GarmentSoftmax {
  private static final int CLASSES = 10;
  private static final int PIXELS = 784;

  @Parameter(shape = {CLASSES, PIXELS})
  double[] weights;

  @Parameter(shape = CLASSES)
  double[] bias;

  @Loss
  double loss(@Shape(PIXELS) double[] features, int label) {
    return softmaxCrossEntropy(affine(weights, bias, features), label);
  }
}
