package dev.brisk.samples;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Networks, each with three optimizers at a constant rate, to find learning rates for. */
final class RateModels {
  private RateModels() {}

  /** Softmax regression on the digits. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class LinearSgd {
    @Parameter(shape = {10, 64})
    double[] w;

    @Parameter(shape = 10)
    double[] b;

    @Loss
    double loss(@Shape(64) double[] pixels, int label) {
      return softmaxCrossEntropy(affine(w, b, pixels), label);
    }

    @Metric
    double accuracy(@Shape(64) double[] pixels, int label) {
      return argmax(affine(w, b, pixels)) == label ? 1 : 0;
    }
  }

  /** Softmax regression on the digits. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9)
  static class LinearMomentum {
    @Parameter(shape = {10, 64})
    double[] w;

    @Parameter(shape = 10)
    double[] b;

    @Loss
    double loss(@Shape(64) double[] pixels, int label) {
      return softmaxCrossEntropy(affine(w, b, pixels), label);
    }

    @Metric
    double accuracy(@Shape(64) double[] pixels, int label) {
      return argmax(affine(w, b, pixels)) == label ? 1 : 0;
    }
  }

  /** Softmax regression on the digits. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 1e-3)
  static class LinearAdam {
    @Parameter(shape = {10, 64})
    double[] w;

    @Parameter(shape = 10)
    double[] b;

    @Loss
    double loss(@Shape(64) double[] pixels, int label) {
      return softmaxCrossEntropy(affine(w, b, pixels), label);
    }

    @Metric
    double accuracy(@Shape(64) double[] pixels, int label) {
      return argmax(affine(w, b, pixels)) == label ? 1 : 0;
    }
  }

  /** A perceptron on the digits. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class PerceptronSgd {
    @Parameter(
        shape = {32, 64},
        init = HE)
    double[] w1;

    @Parameter(shape = 32)
    double[] b1;

    @Parameter(
        shape = {10, 32},
        init = HE)
    double[] w2;

    @Parameter(shape = 10)
    double[] b2;

    @Loss
    double loss(@Shape(64) double[] pixels, int label) {
      return softmaxCrossEntropy(affine(w2, b2, relu(affine(w1, b1, pixels))), label);
    }

    @Metric
    double accuracy(@Shape(64) double[] pixels, int label) {
      return argmax(affine(w2, b2, relu(affine(w1, b1, pixels)))) == label ? 1 : 0;
    }
  }

  /** A perceptron on the digits. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9)
  static class PerceptronMomentum {
    @Parameter(
        shape = {32, 64},
        init = HE)
    double[] w1;

    @Parameter(shape = 32)
    double[] b1;

    @Parameter(
        shape = {10, 32},
        init = HE)
    double[] w2;

    @Parameter(shape = 10)
    double[] b2;

    @Loss
    double loss(@Shape(64) double[] pixels, int label) {
      return softmaxCrossEntropy(affine(w2, b2, relu(affine(w1, b1, pixels))), label);
    }

    @Metric
    double accuracy(@Shape(64) double[] pixels, int label) {
      return argmax(affine(w2, b2, relu(affine(w1, b1, pixels)))) == label ? 1 : 0;
    }
  }

  /** A perceptron on the digits. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 1e-3)
  static class PerceptronAdam {
    @Parameter(
        shape = {32, 64},
        init = HE)
    double[] w1;

    @Parameter(shape = 32)
    double[] b1;

    @Parameter(
        shape = {10, 32},
        init = HE)
    double[] w2;

    @Parameter(shape = 10)
    double[] b2;

    @Loss
    double loss(@Shape(64) double[] pixels, int label) {
      return softmaxCrossEntropy(affine(w2, b2, relu(affine(w1, b1, pixels))), label);
    }

    @Metric
    double accuracy(@Shape(64) double[] pixels, int label) {
      return argmax(affine(w2, b2, relu(affine(w1, b1, pixels)))) == label ? 1 : 0;
    }
  }

  /** A perceptron on the garments. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1)
  static class GarmentSgd {
    @Parameter(
        shape = {64, 784},
        init = HE)
    float[] w1;

    @Parameter(shape = 64)
    float[] b1;

    @Parameter(
        shape = {10, 64},
        init = HE)
    float[] w2;

    @Parameter(shape = 10)
    float[] b2;

    @Loss
    float loss(@Shape(784) float[] pixels, int label) {
      return softmaxCrossEntropy(affine(w2, b2, relu(affine(w1, b1, pixels))), label);
    }

    @Metric
    double accuracy(@Shape(784) float[] pixels, int label) {
      return argmax(affine(w2, b2, relu(affine(w1, b1, pixels)))) == label ? 1 : 0;
    }
  }

  /** A perceptron on the garments. */
  @Trainable
  @Optimizer(value = SGD, learningRate = 0.1, momentum = 0.9)
  static class GarmentMomentum {
    @Parameter(
        shape = {64, 784},
        init = HE)
    float[] w1;

    @Parameter(shape = 64)
    float[] b1;

    @Parameter(
        shape = {10, 64},
        init = HE)
    float[] w2;

    @Parameter(shape = 10)
    float[] b2;

    @Loss
    float loss(@Shape(784) float[] pixels, int label) {
      return softmaxCrossEntropy(affine(w2, b2, relu(affine(w1, b1, pixels))), label);
    }

    @Metric
    double accuracy(@Shape(784) float[] pixels, int label) {
      return argmax(affine(w2, b2, relu(affine(w1, b1, pixels)))) == label ? 1 : 0;
    }
  }

  /** A perceptron on the garments. */
  @Trainable
  @Optimizer(value = ADAM, learningRate = 1e-3)
  static class GarmentAdam {
    @Parameter(
        shape = {64, 784},
        init = HE)
    float[] w1;

    @Parameter(shape = 64)
    float[] b1;

    @Parameter(
        shape = {10, 64},
        init = HE)
    float[] w2;

    @Parameter(shape = 10)
    float[] b2;

    @Loss
    float loss(@Shape(784) float[] pixels, int label) {
      return softmaxCrossEntropy(affine(w2, b2, relu(affine(w1, b1, pixels))), label);
    }

    @Metric
    double accuracy(@Shape(784) float[] pixels, int label) {
      return argmax(affine(w2, b2, relu(affine(w1, b1, pixels)))) == label ? 1 : 0;
    }
  }
}
