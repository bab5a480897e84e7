package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Predict;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** A perceptron in single precision; its predictor is a golden file. */
@Trainable(predictor = true)
@Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
public class PredictingPerceptron {
  @Parameter(shape = {9, 5})
  float[] w1;

  @Parameter(shape = 9)
  float[] b1;

  @Parameter(shape = {3, 9})
  float[] w2;

  @Parameter(shape = 3)
  float[] b2;

  private float[] logits(float[] x) {
    return Ops.affine(w2, b2, Ops.relu(Ops.affine(w1, b1, x)));
  }

  @Loss
  float loss(@Shape(5) float[] x, int label) {
    return Losses.softmaxCrossEntropy(logits(x), label);
  }

  @Predict
  float[] probabilities(@Shape(5) float[] x) {
    return Ops.softmax(logits(x));
  }

  @Predict
  int classify(@Shape(5) float[] x) {
    return Ops.argmax(logits(x));
  }
}
