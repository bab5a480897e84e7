package dev.brisk.samples.digits;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Decay.CONSTANT;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Decay.PLATEAU;
import static dev.brisk.Decay.STEP;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.relu;
import static dev.brisk.samples.digits.DigitClassifier.DIGITS;
import static dev.brisk.samples.digits.DigitClassifier.PIXELS;

import dev.brisk.Interval;
import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Training;

/**
 * The same network, a perceptron of 32 hidden units, under four schedules; nothing else is
 * different. The network itself is {@link #logits}.
 */
public final class ScheduledPerceptron {
  public static final int EPOCHS = 30;
  static final int BATCH_SIZE = 32;
  static final int EXAMPLES = 1438;
  static final int HIDDEN = 32;
  static final double RATE = 0.1;
  static final double MOMENTUM = 0.9;

  private ScheduledPerceptron() {}

  private static double[] logits(
      double[] hiddenWeights,
      double[] hiddenBias,
      double[] weights,
      double[] bias,
      double[] pixels) {
    return affine(weights, bias, relu(affine(hiddenWeights, hiddenBias, pixels)));
  }

  /** The rate stays what it is. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(CONSTANT)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Constant {
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
      return ScheduledPerceptron.logits(hiddenWeights, hiddenBias, weights, bias, pixels);
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

  /** A tenth of the rate after every ten epochs. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(value = STEP, interval = Interval.EPOCH, stepSize = 10, gamma = 0.1)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Steps {
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
      return ScheduledPerceptron.logits(hiddenWeights, hiddenBias, weights, bias, pixels);
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

  /** Half a cosine down to nothing. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(COSINE)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Cosine {
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
      return ScheduledPerceptron.logits(hiddenWeights, hiddenBias, weights, bias, pixels);
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

  /** A fifth of the rate whenever three epochs have not made the held-out loss less. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(value = PLATEAU, factor = 0.2, patience = 3)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Plateau {
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
      return ScheduledPerceptron.logits(hiddenWeights, hiddenBias, weights, bias, pixels);
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
}
