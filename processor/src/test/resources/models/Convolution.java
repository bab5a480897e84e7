package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** A one-dimensional convolution, rectified smoothly and pooled by sums. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Convolution {
  static final int LENGTH = 9;
  static final int WIDTH = 3;
  static final int CHANNELS = 2;

  @Parameter(shape = {CHANNELS, WIDTH})
  double[] kernel;

  @Parameter(shape = CHANNELS)
  double[] head;

  @Parameter double offset;

  @SuppressWarnings("brisk:log-of-one-plus-exp")
  @Loss
  double loss(@Shape(LENGTH) double[] signal, double target) {
    double prediction = offset;
    for (int c = 0; c < CHANNELS; c++) {
      double pooled = 0;
      for (int t = 0; t <= LENGTH - WIDTH; t++) {
        double response = 0;
        for (int k = 0; k < WIDTH; k++) {
          response += kernel[c * WIDTH + k] * signal[t + k];
        }
        pooled += Math.log1p(Math.exp(response));
      }
      prediction += head[c] * pooled / (LENGTH - WIDTH + 1);
    }
    return (prediction - target) * (prediction - target);
  }
}
