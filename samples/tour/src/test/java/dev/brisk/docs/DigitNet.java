package dev.brisk.docs;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Warmup;

/** The model of docs/guide.md. */
@Trainable(predictor = true)
@Optimizer(value = ADAM, learningRate = 0.01)
@Warmup(steps = 50)
@Schedule(COSINE)
public class DigitNet {
  static final int PIXELS = 64;
  static final int HIDDEN = 32;
  static final int DIGITS = 10;

  @Parameter(
      shape = {HIDDEN, PIXELS},
      init = HE)
  double[] hiddenWeights;

  @Parameter(shape = HIDDEN)
  double[] hiddenBias;

  @Parameter(
      shape = {DIGITS, HIDDEN},
      init = HE)
  double[] weights;

  @Parameter(shape = DIGITS)
  double[] bias;

  @Predict
  double[] logits(@Shape(PIXELS) double[] pixels) {
    return affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels)));
  }

  @Loss
  double loss(@Shape(PIXELS) double[] pixels, int digit) {
    return softmaxCrossEntropy(logits(pixels), digit);
  }

  @Metric
  double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
    return argmax(logits(pixels)) == digit ? 1 : 0;
  }
}
