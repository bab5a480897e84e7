package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Two layers of rectified units, then a softmax. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01, momentum = 0.9, weightDecay = 1e-4)
class ReluNetwork {
  @Parameter(shape = {6, 4})
  double[] w1;

  @Parameter(shape = 6)
  double[] b1;

  @Parameter(shape = {3, 6})
  double[] w2;

  private static void affine(double[] w, double[] b, double[] x, double[] out) {
    for (int j = 0; j < out.length; j++) {
      double sum = b[j];
      for (int i = 0; i < x.length; i++) {
        sum += w[j * x.length + i] * x[i];
      }
      out[j] = sum;
    }
  }

  private static double[] relu(double[] x) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Math.max(0, x[i]);
    }
    return y;
  }

  @Loss
  double loss(@Shape(4) double[] x, int label) {
    double[] before = new double[6];
    affine(w1, b1, x, before);
    double[] hidden = relu(before);
    double[] logits = new double[3];
    for (int k = 0; k < logits.length; k++) {
      for (int j = 0; j < hidden.length; j++) {
        logits[k] += w2[k * hidden.length + j] * hidden[j];
      }
    }
    return Losses.softmaxCrossEntropy(logits, label);
  }
}
