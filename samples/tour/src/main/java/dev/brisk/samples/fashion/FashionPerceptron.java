package dev.brisk.samples.fashion;

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
import dev.brisk.Training;

/**
 * Tells garments of 28x28 pixels apart by a layer of 128 hidden units: each sees the whole image,
 * and the ten logits see the units.
 *
 * <p>{@link #logits} is about one image. Nothing in it says that a batch of 96 of them becomes two
 * products of matrices, nor how they are divided among threads: Brisk sees that {@code affine} is
 * asked of every image with the same weights, and writes that into {@code
 * FashionPerceptronTrainer}.
 */
@Trainable
@Optimizer(value = ADAM, learningRate = 0.001)
@Schedule(COSINE)
@Training(epochs = 10, batchSize = 96, examples = 60_000)
public class FashionPerceptron {
  public static final int GARMENTS = 10;
  public static final int PIXELS = 28 * 28;
  static final int HIDDEN = 128;

  @Parameter(
      shape = {HIDDEN, PIXELS},
      init = HE)
  float[] hiddenWeights;

  @Parameter(shape = HIDDEN)
  float[] hiddenBias;

  @Parameter(
      shape = {GARMENTS, HIDDEN},
      init = HE)
  float[] weights;

  @Parameter(shape = GARMENTS)
  float[] bias;

  /** How much the image looks like each garment; on no particular scale. */
  float[] logits(float[] pixels) {
    float[] hidden = relu(affine(hiddenWeights, hiddenBias, pixels));
    return affine(weights, bias, hidden);
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
