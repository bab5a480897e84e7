package dev.brisk.samples.digits;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.relu;
import static dev.brisk.samples.digits.DigitClassifier.DIGITS;
import static dev.brisk.samples.digits.DigitClassifier.PIXELS;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.samples.fashion.FashionPerceptron;

/**
 * The {@link FashionPerceptron} for the digits that come with the samples: what {@link
 * FashionMnist} trains where there are no garments.
 */
@Trainable
@Optimizer(value = ADAM, learningRate = 0.005)
@Schedule(COSINE)
@Training(epochs = 30, batchSize = 32, examples = 1438)
public class DigitPerceptron {
  static final int HIDDEN = 32;

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

  double[] logits(double[] pixels) {
    double[] hidden = relu(affine(hiddenWeights, hiddenBias, pixels));
    return affine(weights, bias, hidden);
  }

  @Loss
  double loss(@Shape(PIXELS) double[] pixels, int digit) {
    return softmaxCrossEntropy(logits(pixels), digit);
  }

  @Predict
  int classify(double[] pixels) {
    return argmax(logits(pixels));
  }

  @Metric
  double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
    return classify(pixels) == digit ? 1 : 0;
  }
}
