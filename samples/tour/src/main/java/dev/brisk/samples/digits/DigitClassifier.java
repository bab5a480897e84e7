package dev.brisk.samples.digits;

import static dev.brisk.Algorithm.SGD;
import static dev.brisk.Decay.COSINE;
import static dev.brisk.ops.Losses.softmaxCrossEntropy;
import static dev.brisk.ops.Ops.argmax;

import dev.brisk.Loss;
import dev.brisk.Metric;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Schedule;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.Training;
import dev.brisk.Warmup;

/**
 * Reads a handwritten digit of 8x8 pixels. This is softmax regression: for each of the ten digits a
 * weighted sum of the pixels says how much the image looks like it, and the largest sum wins.
 *
 * <p>The class is plain Java. {@code new DigitClassifier()} with two arrays in its fields can be
 * called, tested and stepped through without anything of Brisk; training only fills those arrays.
 *
 * <p>There is no derivative in here, no batch and no loop over epochs. Brisk reads {@link #loss}
 * and the annotations when the class is compiled and writes {@code DigitClassifierTrainer}. Look at
 * it, under {@code target/generated-sources/annotations}: the gradient is two loops that look like
 * the ones of {@link #logits}, and the learning rate of the whole run stands in a table at the top.
 *
 * <p>Then change something:
 *
 * <ul>
 *   <li>Write {@code @Warmup(steps = 2_000)}. The run has 1,350 updates (30 epochs of 45 batches),
 *       so it would end before its learning rate is reached. That is an error, and it is reported
 *       here, by the compiler.
 *   <li>Write {@code nesterov = true} and take {@code momentum} away. The one needs the other,
 *       which is an error as well.
 *   <li>Divide the learning rate by a thousand. It compiles, and the lines of the run show what a
 *       rate too low looks like: the loss falls with every epoch, and has not arrived at the last.
 *   <li>Multiply it by a hundred. Once the warm-up lets it, the loss climbs far above 2.3, which is
 *       what ten equal guesses cost (the logarithm of ten): the updates overshoot. It comes down
 *       when the cosine has taken the rate back to where it should have begun.
 * </ul>
 */
@Trainable
@Optimizer(value = SGD, learningRate = 0.3, momentum = 0.9)
@Warmup(steps = 90)
@Schedule(COSINE)
@Training(epochs = 30, batchSize = 32, examples = 1438)
public class DigitClassifier {
  public static final int DIGITS = 10;
  public static final int PIXELS = 64;

  /** One row of pixel weights for each digit. */
  @Parameter(shape = {DIGITS, PIXELS})
  double[] weights;

  @Parameter(shape = DIGITS)
  double[] bias;

  /** How much the image looks like each digit; on no particular scale. */
  double[] logits(double[] pixels) {
    double[] logits = new double[DIGITS];
    for (int digit = 0; digit < DIGITS; digit++) {
      double evidence = bias[digit];
      for (int pixel = 0; pixel < PIXELS; pixel++) {
        evidence += weights[digit * PIXELS + pixel] * pixels[pixel];
      }
      logits[digit] = evidence;
    }
    return logits;
  }

  /** What training makes small, for one image: the surprise at the digit that it really is. */
  @Loss
  double loss(@Shape(PIXELS) double[] pixels, int digit) {
    return softmaxCrossEntropy(logits(pixels), digit);
  }

  /** What the model is for: the digit that it takes an image for. */
  @Predict
  public int classify(double[] pixels) {
    return argmax(logits(pixels));
  }

  /** What one wants to know; it need not have a derivative. */
  @Metric
  double accuracy(@Shape(PIXELS) double[] pixels, int digit) {
    return classify(pixels) == digit ? 1 : 0;
  }
}
