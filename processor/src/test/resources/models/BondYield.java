package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Yields of bonds by a method of Newton that stops when it has arrived. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class BondYield {
  @Parameter double coupon;
  @Parameter double logSpread;

  @Loss
  double loss(int years, double price, double observed) {
    double yield = 0.05;
    for (int iteration = 0; iteration < 20; iteration++) {
      double value = -price - 0.1 * Math.exp(logSpread);
      double slope = 0;
      double discount = 1;
      for (int year = 1; year <= years; year++) {
        discount /= 1 + yield;
        double payment = coupon + (year == years ? 1 : 0);
        value += payment * discount;
        slope -= year * payment * discount / (1 + yield);
      }
      yield -= value / slope;
      if (Math.abs(value) < 1e-9) {
        break;
      }
    }
    return Losses.squared(10 * yield, observed);
  }
}
