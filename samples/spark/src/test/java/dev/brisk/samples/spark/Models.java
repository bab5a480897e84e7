package dev.brisk.samples.spark;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.dropout;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.BatchScaling;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Warmup;

/** Perceptrons for digits in both precisions, by three optimizers. */
final class Models {
  private static final int PIXELS = 64;
  private static final int HIDDEN = 16;
  private static final int DIGITS = 10;

  private Models() {}

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.3)
  static class Sgd {
    @Parameter(
        shape = {DIGITS, PIXELS},
        init = HE)
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9)
  @Warmup(steps = 4)
  @Schedule(COSINE)
  static class Momentum {
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

    private double[] logits(double[] pixels) {
      return affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels)));
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

  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.01)
  @Warmup(steps = 4)
  @Schedule(COSINE)
  static class Adam {
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

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(
          affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels))), digit);
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.3)
  static class SingleSgd {
    @Parameter(
        shape = {DIGITS, PIXELS},
        init = HE)
    float[] weights;

    @Parameter(shape = DIGITS)
    float[] bias;

    @Loss
    float loss(@Shape(PIXELS) float[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }
  }

  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9)
  @Warmup(steps = 4)
  @Schedule(COSINE)
  static class SingleMomentum {
    @Parameter(
        shape = {HIDDEN, PIXELS},
        init = HE)
    float[] hiddenWeights;

    @Parameter(shape = HIDDEN)
    float[] hiddenBias;

    @Parameter(
        shape = {DIGITS, HIDDEN},
        init = HE)
    float[] weights;

    @Parameter(shape = DIGITS)
    float[] bias;

    @Loss
    float loss(@Shape(PIXELS) float[] pixels, int digit) {
      return softmaxCrossEntropy(
          affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels))), digit);
    }
  }

  @Trainable
  @Optimizer(value = ADAM, learningRate = 0.01)
  @Warmup(steps = 4)
  @Schedule(COSINE)
  static class SingleAdam {
    @Parameter(
        shape = {HIDDEN, PIXELS},
        init = HE)
    float[] hiddenWeights;

    @Parameter(shape = HIDDEN)
    float[] hiddenBias;

    @Parameter(
        shape = {DIGITS, HIDDEN},
        init = HE)
    float[] weights;

    @Parameter(shape = DIGITS)
    float[] bias;

    @Loss
    float loss(@Shape(PIXELS) float[] pixels, int digit) {
      return softmaxCrossEntropy(
          affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels))), digit);
    }
  }

  /** Its rate follows the batch, and it drops hidden units. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.05)
  @BatchScaling(baseBatchSize = 10)
  @Warmup(steps = 4)
  static class Scaled {
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

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      double[] hidden = dropout(relu(affine(hiddenWeights, hiddenBias, pixels)), 0.2);
      return softmaxCrossEntropy(affine(weights, bias, hidden), digit);
    }
  }
}
