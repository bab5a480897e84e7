package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** ARMA(1, 1) by the sum of squared innovations. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class Arma {
  @Parameter double mean;
  @Parameter double phi;
  @Parameter double theta;

  @Loss
  double loss(double[] series) {
    double previous = 0;
    double innovation = 0;
    double sum = 0;
    for (double value : series) {
      double centred = value - mean;
      innovation = centred - phi * previous - theta * innovation;
      previous = centred;
      sum += innovation * innovation;
    }
    return sum / series.length;
  }
}
