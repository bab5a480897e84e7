package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** Loops, branches and numbers of an example before, between and after products. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class MixedNetwork {
  @Parameter(shape = {4, 4})
  double[] w1;

  @Parameter(shape = 4)
  double[] b1;

  @Parameter(shape = {3, 4})
  double[] w2;

  @Parameter(shape = 4)
  double[] gain;

  @Parameter double temperature = 1;

  @Loss
  double loss(@Shape(4) double[] x, int label, double weight) {
    double[] scaled = new double[4];
    double norm = 0.5;
    for (int i = 0; i < x.length; i++) {
      norm += x[i] * x[i];
    }
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = gain[i] * x[i] / Math.sqrt(norm);
    }
    double[] hidden = Ops.silu(Ops.affine(w1, b1, scaled));
    double largest = hidden[0];
    for (int i = 1; i < hidden.length; i++) {
      largest = Math.max(largest, hidden[i]);
    }
    double[] logits = Ops.matrixVector(w2, hidden);
    double penalty;
    if (weight > 0) {
      penalty = weight * largest;
    } else {
      penalty = -weight * norm * temperature;
    }
    double[] tempered = Ops.scale(logits, temperature);
    return Losses.softmaxCrossEntropy(tempered, label) + penalty * penalty;
  }
}
