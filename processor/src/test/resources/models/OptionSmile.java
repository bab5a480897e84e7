package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;
import dev.brisk.ops.Losses;

/** Prices of options with a volatility by strike; the error function is a series. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class OptionSmile {
  record Option(double spot, double strike, double years, double price) {}

  final double rate = 0.02;

  @Parameter(shape = 3)
  double[] smile;

  static double normal(double x) {
    double term = x;
    double sum = x;
    for (int n = 1; n < 40; n++) {
      term *= -x * x / (2 * n);
      double next = term / (2 * n + 1);
      sum += next;
      if (Math.abs(next) < 1e-17) {
        break;
      }
    }
    return 0.5 + sum / Math.sqrt(2 * Math.PI);
  }

  @Loss
  double loss(Option option) {
    double moneyness = Math.log(option.strike() / option.spot());
    double volatility = 0;
    double power = 1;
    for (double coefficient : smile) {
      volatility += coefficient * power;
      power *= moneyness;
    }
    double deviation = volatility * Math.sqrt(option.years());
    double d1 = (rate * option.years() - moneyness) / deviation + deviation / 2;
    double discounted = option.strike() * Math.exp(-rate * option.years());
    double price = option.spot() * normal(d1) - discounted * normal(d1 - deviation);
    return Losses.squared(price, option.price());
  }
}
