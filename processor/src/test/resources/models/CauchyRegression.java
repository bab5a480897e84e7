package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;

/** Robust regression with a learnt scale. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class CauchyRegression {
  @Parameter(shape = 4)
  double[] beta;

  @Parameter double logScale;

  @Loss
  double loss(@Shape(4) double[] x, double y) {
    double fitted = 0;
    for (int i = 0; i < 4; i++) fitted += beta[i] * x[i];
    double scale = Math.exp(logScale);
    double residual = (y - fitted) / scale;
    return Math.log1p(residual * residual) + logScale;
  }
}
