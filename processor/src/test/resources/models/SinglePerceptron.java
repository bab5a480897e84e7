package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** A perceptron in single precision; its trainer is a golden file. */
@Trainable
@Optimizer(value = Algorithm.ADAM, learningRate = 0.01)
class SinglePerceptron {
  @Parameter(shape = {9, 5})
  float[] w1;

  @Parameter(shape = 9)
  float[] b1;

  @Parameter(shape = {3, 9})
  float[] w2;

  @Parameter(shape = 3)
  float[] b2;

  @Loss
  float loss(@Shape(5) float[] x, int label) {
    float[] hidden = Ops.relu(Ops.affine(w1, b1, x));
    return Losses.softmaxCrossEntropy(Ops.affine(w2, b2, hidden), label);
  }
}
