package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;
import dev.brisk.ops.Ops;

/** A generalised linear model whose family the example names. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class LinkFunctions {
  static final int GAUSSIAN = 0;
  static final int POISSON = 1;
  static final int BINOMIAL = 2;

  @Parameter(shape = 3)
  double[] coefficients;

  @Parameter double intercept;

  @Loss
  double loss(@Shape(3) double[] x, int family, int count) {
    double predictor = intercept;
    for (int i = 0; i < x.length; i++) {
      predictor += coefficients[i] * x[i];
    }
    switch (family) {
      case POISSON:
        return Math.exp(predictor) - count * predictor;
      case BINOMIAL:
        return -Ops.logSigmoid(count > 0 ? predictor : -predictor);
      case GAUSSIAN:
      default:
        return Losses.squared(predictor, count);
    }
  }
}
