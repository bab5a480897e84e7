package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A perceptron in single precision. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01, momentum = 0.9)
class FloatPerceptron {
  @Parameter(shape = {3, 4})
  float[] w1;

  @Parameter(shape = {2, 3})
  float[] w2;

  @Loss
  float loss(@Shape(4) float[] x, int label) {
    float[] hidden = new float[3];
    for (int j = 0; j < 3; j++) {
      float sum = 0f;
      for (int i = 0; i < 4; i++) {
        sum += w1[j * 4 + i] * x[i];
      }
      hidden[j] = (float) Math.tanh(sum);
    }
    float[] logits = new float[2];
    for (int k = 0; k < 2; k++) {
      for (int j = 0; j < 3; j++) {
        logits[k] += w2[k * 3 + j] * hidden[j];
      }
    }
    return Losses.softmaxCrossEntropy(logits, label);
  }
}
