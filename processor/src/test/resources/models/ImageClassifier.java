package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A convolution over an image, its largest values in squares of two, and a layer. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class ImageClassifier {
  static final int SIDE = 6;
  static final int POOLED = 2;

  @Parameter(shape = {3, 3})
  double[][] kernel;

  @Parameter double bias;

  @Parameter(shape = {3, POOLED * POOLED})
  double[][] dense;

  double[][] convolved(double[][] image) {
    double[][] feature = new double[SIDE - 2][SIDE - 2];
    for (int y = 0; y < SIDE - 2; y++) {
      for (int x = 0; x < SIDE - 2; x++) {
        double sum = bias;
        for (int dy = 0; dy < 3; dy++) {
          for (int dx = 0; dx < 3; dx++) {
            sum += kernel[dy][dx] * image[y + dy][x + dx];
          }
        }
        feature[y][x] = sum;
      }
    }
    return feature;
  }

  @Loss
  double loss(@Shape({SIDE, SIDE}) double[][] image, int label) {
    double[][] feature = convolved(image);
    double[] pooled = new double[POOLED * POOLED];
    int cell = 0;
    for (int y = 0; y < 2 * POOLED; y += 2) {
      for (int x = 0; x < 2 * POOLED; x += 2) {
        double upper = Math.max(feature[y][x], feature[y][x + 1]);
        double lower = Math.max(feature[y + 1][x], feature[y + 1][x + 1]);
        pooled[cell] = Math.tanh(Math.max(upper, lower));
        cell++;
      }
    }
    double[] logits = new double[3];
    for (int c = 0; c < logits.length; c++) {
      for (int i = 0; i < pooled.length; i++) {
        logits[c] += dense[c][i] * pooled[i];
      }
    }
    return Losses.softmaxCrossEntropy(logits, label);
  }
}
