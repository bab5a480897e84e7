package dev.brisk.benchmarks.mllib;

import static dev.brisk.Algorithm.RPROP;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/**
 * Softmax regression of the digits. A plane parts the classes, so the loss has no minimum and falls
 * towards 0 as weights grow: steps that do not shrink with the gradient follow it there, and those
 * of RPROP grow. It wants batches of everything.
 */
@Trainable
@Optimizer(value = RPROP, learningRate = 0.1, etaMinus = 0.7)
class DigitSoftmax {
  private static final int CLASSES = 10;
  private static final int PIXELS = 64;

  @Parameter(shape = {CLASSES, PIXELS})
  double[] weights;

  @Parameter(shape = CLASSES)
  double[] bias;

  @Loss
  double loss(@Shape(PIXELS) double[] features, int label) {
    return softmaxCrossEntropy(affine(weights, bias, features), label);
  }
}
