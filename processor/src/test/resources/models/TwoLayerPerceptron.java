package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A perceptron with one hidden layer of tanh. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class TwoLayerPerceptron {
  static final int INPUTS = 4;
  static final int HIDDEN = 3;

  @Parameter(shape = {HIDDEN, INPUTS})
  double[] w1;

  @Parameter(shape = HIDDEN)
  double[] b1;

  @Parameter(shape = HIDDEN)
  double[] w2;

  @Parameter double b2;

  double output(double[] x) {
    double[] hidden = new double[HIDDEN];
    for (int j = 0; j < HIDDEN; j++) {
      double activation = b1[j];
      for (int i = 0; i < INPUTS; i++) {
        activation += w1[j * INPUTS + i] * x[i];
      }
      hidden[j] = Math.tanh(activation);
    }
    double output = b2;
    for (int j = 0; j < HIDDEN; j++) {
      output += w2[j] * hidden[j];
    }
    return output;
  }

  @Loss
  double loss(@Shape(INPUTS) double[] x, double y) {
    return Losses.squared(output(x), y);
  }
}
