package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The likelihood of a local level, by the Kalman filter. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Kalman {
  @Parameter double logProcess;
  @Parameter double logNoise;

  @Loss
  double loss(double[] observations) {
    double q = Math.exp(logProcess);
    double r = Math.exp(logNoise);
    double mean = 0;
    double variance = 10;
    double negativeLogLikelihood = 0;
    for (double y : observations) {
      variance += q;
      double spread = variance + r;
      double innovation = y - mean;
      negativeLogLikelihood += 0.5 * (Math.log(spread) + innovation * innovation / spread);
      double gain = variance / spread;
      mean += gain * innovation;
      variance *= 1 - gain;
    }
    return negativeLogLikelihood;
  }
}
