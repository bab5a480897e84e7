package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The likelihood of returns whose variance follows its own past. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Garch {
  @Parameter double omega;
  @Parameter double alpha;
  @Parameter double beta;

  @Loss
  double loss(double[] returns) {
    double variance = omega / (1 - alpha - beta);
    double negativeLogLikelihood = 0;
    for (double r : returns) {
      negativeLogLikelihood += 0.5 * (Math.log(variance) + r * r / variance);
      variance = omega + alpha * r * r + beta * variance;
    }
    return negativeLogLikelihood;
  }
}
