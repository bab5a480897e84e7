package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** The likelihood of a local trend, by a Kalman filter of two states. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class TrackingFilter {
  @Parameter double logLevel;
  @Parameter double logSlope;
  @Parameter double logNoise;

  @Loss
  double loss(double[] observed) {
    double r = Math.exp(logNoise);
    double[] state = new double[2];
    double[][] p = {{2, 0}, {0, 2}};
    double[][] predicted = new double[2][2];
    double loss = 0;
    for (double y : observed) {
      state[0] += state[1];
      predicted[0][0] = p[0][0] + p[0][1] + p[1][0] + p[1][1] + Math.exp(logLevel);
      predicted[0][1] = p[0][1] + p[1][1];
      predicted[1][0] = p[1][0] + p[1][1];
      predicted[1][1] = p[1][1] + Math.exp(logSlope);
      double spread = predicted[0][0] + r;
      double innovation = y - state[0];
      loss += 0.5 * (Math.log(spread) + innovation * innovation / spread);
      double[] gain = {predicted[0][0] / spread, predicted[1][0] / spread};
      for (int i = 0; i < 2; i++) {
        state[i] += gain[i] * innovation;
        for (int j = 0; j < 2; j++) {
          p[i][j] = predicted[i][j] - gain[i] * predicted[0][j];
        }
      }
    }
    return loss;
  }
}
