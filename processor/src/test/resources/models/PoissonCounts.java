package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Shape;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Poisson regression of counts. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01, momentum = 0.5, nesterov = true)
class PoissonCounts {
  @Parameter(shape = 3)
  double[] coefficients;

  @Parameter double intercept;

  @Loss
  double loss(@Shape(3) double[] covariates, double exposure, int count) {
    double logRate = intercept + Math.log(exposure);
    for (int i = 0; i < covariates.length; i++) {
      logRate += coefficients[i] * covariates[i];
    }
    return Losses.poisson(logRate, count);
  }
}
