package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** A perceptron of two hidden layers, each by the same helper. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class DeepPerceptron {
  @Parameter(shape = {4, 3})
  double[][] first;

  @Parameter(shape = {3, 4})
  double[][] second;

  @Parameter(shape = 3)
  double[] output;

  /** One layer, whatever its size. */
  static double[] layer(double[][] weights, double[] input) {
    double[] activation = new double[weights.length];
    for (int unit = 0; unit < weights.length; unit++) {
      double[] row = weights[unit];
      double sum = 0;
      for (int i = 0; i < row.length; i++) {
        sum += row[i] * input[i];
      }
      activation[unit] = Math.tanh(sum);
    }
    return activation;
  }

  double predict(double[] x) {
    double[] hidden = layer(second, layer(first, x));
    double predicted = 0;
    for (int i = 0; i < hidden.length; i++) {
      predicted += output[i] * hidden[i];
    }
    return predicted;
  }

  @Loss
  double loss(@Shape(3) double[] x, double y) {
    return Losses.squared(predict(x), y);
  }
}
