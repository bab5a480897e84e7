package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The partial likelihood of one stratum, latest time first. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class CoxStratum {
  @Parameter(shape = 2)
  double[] beta;

  @Loss
  double loss(double[] age, double[] dose, int[] event) {
    double atRisk = 0;
    double negativeLogLikelihood = 0;
    for (int i = 0; i < event.length; i++) {
      double score = beta[0] * age[i] + beta[1] * dose[i];
      atRisk += Math.exp(score);
      if (event[i] == 1) {
        negativeLogLikelihood += Math.log(atRisk) - score;
      }
    }
    return negativeLogLikelihood;
  }
}
