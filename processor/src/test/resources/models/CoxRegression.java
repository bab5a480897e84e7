package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The partial likelihood of Cox, with risk sets and censored patients. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class CoxRegression {
  @Parameter(shape = 3)
  double[] beta;

  double risk(double[] covariates) {
    double sum = 0;
    for (int i = 0; i < beta.length; i++) {
      sum += beta[i] * covariates[i];
    }
    return sum;
  }

  @Loss
  double loss(double[][] covariates, double[] times, int[] died) {
    double loss = 0;
    for (int i = 0; i < times.length; i++) {
      if (died[i] == 0) {
        continue;
      }
      double atRisk = 0;
      for (int j = 0; j < times.length; j++) {
        if (times[j] < times[i]) {
          continue;
        }
        atRisk += Math.exp(risk(covariates[j]));
      }
      loss += Math.log(atRisk) - risk(covariates[i]);
    }
    return loss;
  }
}
