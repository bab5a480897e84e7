package models;

import dev.brisk.Algorithm;
import dev.brisk.Loss;
import dev.brisk.Optimizer;
import dev.brisk.Parameter;
import dev.brisk.Trainable;

/** Calibrates a smile of volatilities to prices of calls. */
@Trainable
@Optimizer(value = Algorithm.SGD, learningRate = 0.01)
class BlackScholes {
  @Parameter double level;
  @Parameter double skew;
  @Parameter double curvature;

  /** Zelen and Severo's approximation of the normal distribution. */
  static double normalCdf(double x) {
    double t = 1 / (1 + 0.2316419 * Math.abs(x));
    double poly =
        t * (0.319381530
            + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    double upper = Math.exp(-0.5 * x * x) / Math.sqrt(2 * Math.PI) * poly;
    return x >= 0 ? 1 - upper : upper;
  }

  private double volatility(double moneyness) {
    return level + skew * moneyness + curvature * moneyness * moneyness;
  }

  double call(double spot, double strike, double rate, double years) {
    double sigma = volatility(Math.log(strike / spot));
    double spread = sigma * Math.sqrt(years);
    double d1 = (Math.log(spot / strike) + (rate + 0.5 * sigma * sigma) * years) / spread;
    double d2 = d1 - spread;
    return spot * normalCdf(d1) - strike * Math.exp(-rate * years) * normalCdf(d2);
  }

  @Loss
  double loss(double spot, double strike, double rate, double years, double price) {
    double error = call(spot, strike, rate, years) - price;
    return error * error;
  }
}
