package dev.brisk.docs;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** The network of the pages. */
@Trainable(predictor = true)
@Optimizer(value = ADAM, learningRate = 0.001)
class FashionNet {
  @Parameter(
      shape = {128, 784},
      init = HE)
  float[] w1;

  @Parameter(shape = 128)
  float[] b1;

  @Parameter(
      shape = {10, 128},
      init = HE)
  float[] w2;

  @Parameter(shape = 10)
  float[] b2;

  @Predict
  float[] logits(@Shape(784) float[] pixels) {
    return affine(w2, b2, relu(affine(w1, b1, pixels)));
  }

  @Loss
  float loss(@Shape(784) float[] pixels, int label) {
    return softmaxCrossEntropy(logits(pixels), label);
  }
}
