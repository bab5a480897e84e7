package dev.brisk.samples.digits;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Decay.CONSTANT;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Decay.EXPONENTIAL;
import static dev.brisk.Decay.ONE_CYCLE;
import static dev.brisk.Decay.PLATEAU;
import static dev.brisk.Decay.STEP;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
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

/** The same model, softmax regression, under six schedules; nothing else is different. */
public final class ScheduledDigits {
  static final int EPOCHS = 30;
  static final int BATCH_SIZE = 16;
  static final int EXAMPLES = 1438;
  static final double RATE = 1;
  static final double MOMENTUM = 0.9;

  private ScheduledDigits() {}

  /** The rate stays what it is. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(CONSTANT)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Constant {
    @Parameter(shape = {DIGITS, PIXELS})
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(affine(weights, bias, pixels)) == digit ? 1 : 0;
    }
  }

  /** A tenth of the rate after every ten epochs. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(value = STEP, interval = Interval.EPOCH, stepSize = 10, gamma = 0.1)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Steps {
    @Parameter(shape = {DIGITS, PIXELS})
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(affine(weights, bias, pixels)) == digit ? 1 : 0;
    }
  }

  /** A seventh less after every epoch, which leaves a hundredth at the end. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(value = EXPONENTIAL, interval = Interval.EPOCH, gamma = 0.86)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Exponential {
    @Parameter(shape = {DIGITS, PIXELS})
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(affine(weights, bias, pixels)) == digit ? 1 : 0;
    }
  }

  /** Half a cosine down to nothing. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(COSINE)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Cosine {
    @Parameter(shape = {DIGITS, PIXELS})
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(affine(weights, bias, pixels)) == digit ? 1 : 0;
    }
  }

  /** Up to the rate and down to almost nothing. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(ONE_CYCLE)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class OneCycle {
    @Parameter(shape = {DIGITS, PIXELS})
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(affine(weights, bias, pixels)) == digit ? 1 : 0;
    }
  }

  /** A fifth of the rate whenever three epochs have not made the loss less. */
  @Trainable
  @Optimizer(value = SGD, learningRate = RATE, momentum = MOMENTUM)
  @Schedule(value = PLATEAU, factor = 0.2, patience = 3)
  @Training(epochs = EPOCHS, batchSize = BATCH_SIZE, examples = EXAMPLES)
  public static class Plateau {
    @Parameter(shape = {DIGITS, PIXELS})
    double[] weights;

    @Parameter(shape = DIGITS)
    double[] bias;

    @Loss
    double loss(@Shape(PIXELS) double[] pixels, int digit) {
      return softmaxCrossEntropy(affine(weights, bias, pixels), digit);
    }

    @Metric
    double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
      return argmax(affine(weights, bias, pixels)) == digit ? 1 : 0;
    }
  }
}
