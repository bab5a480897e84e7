package dev.brisk.samples.fashion;

import static dev.brisk.Algorithm.ADAM;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.Init.HE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.affine;
import static dev.brisk.ops.Ops.argmax;
import static dev.brisk.ops.Ops.conv2d;
import static dev.brisk.ops.Ops.maxPool;
import static dev.brisk.ops.Ops.relu;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Training;

/**
 * Tells garments of 28x28 pixels apart by what is next to what: small kernels look for the same
 * pattern everywhere in the image, the largest answer of each 2x2 window is kept, and that twice.
 *
 * <p>It has 5,258 weights, a twentieth of the {@link FashionPerceptron}'s 101,770, but uses each of
 * them in many places, and so takes longer for an image.
 */
@Trainable
@Optimizer(value = ADAM, learningRate = 0.002)
@Schedule(COSINE)
@Training(epochs = 5, batchSize = 96, examples = 60_000)
public class FashionConvolution {
  public static final int GARMENTS = 10;
  static final int KERNEL = 3;
  static final int WINDOW = 2;

  // A kernel does not reach over the edge, which takes two pixels; a window halves what is left.
  public static final int SIDE = 28;
  public static final int SIDE1 = SIDE - KERNEL + 1;
  public static final int SIDE2 = SIDE1 / WINDOW;
  public static final int SIDE3 = SIDE2 - KERNEL + 1;
  public static final int SIDE4 = SIDE3 / WINDOW;

  public static final int PIXELS = SIDE * SIDE;
  static final int CHANNELS1 = 8;
  static final int CHANNELS2 = 16;
  static final int FEATURES = CHANNELS2 * SIDE4 * SIDE4;

  @Parameter(
      shape = {CHANNELS1, 1, KERNEL, KERNEL},
      init = HE)
  float[] kernels1;

  @Parameter(shape = CHANNELS1)
  float[] bias1;

  @Parameter(
      shape = {CHANNELS2, CHANNELS1, KERNEL, KERNEL},
      init = HE)
  float[] kernels2;

  @Parameter(shape = CHANNELS2)
  float[] bias2;

  @Parameter(
      shape = {GARMENTS, FEATURES},
      init = HE)
  float[] weights;

  @Parameter(shape = GARMENTS)
  float[] bias;

  /** How much the image looks like each garment; on no particular scale. */
  float[] logits(float[] pixels) {
    float[] edges = relu(conv2d(pixels, SIDE, SIDE, kernels1, bias1, KERNEL));
    float[] parts = maxPool(edges, SIDE1, SIDE1, WINDOW);
    float[] shapes = relu(conv2d(parts, SIDE2, SIDE2, kernels2, bias2, KERNEL));
    float[] features = maxPool(shapes, SIDE3, SIDE3, WINDOW);
    return affine(weights, bias, features);
  }

  @Loss
  float loss(@Shape(PIXELS) float[] pixels, int garment) {
    return softmaxCrossEntropy(logits(pixels), garment);
  }

  /** The label of the garment that it takes an image for. */
  @Predict
  public int classify(float[] pixels) {
    return argmax(logits(pixels));
  }

  @Metric
  double accuracy(@Shape(PIXELS) float[] pixels, int garment) {
    return classify(pixels) == garment ? 1 : 0;
  }
}
