package dev.brisk.tune;

import org.apache.commons.math3.analysis.interpolation.LoessInterpolator;

/**
 * How the noise of batches is taken out of a curve of losses. Every smoothing is linear in the
 * losses.
 */
public abstract class Smoothing {
  Smoothing() {}

  /** The curve, smoothed; of the same length. */
  abstract double[] of(double[] values);

  /** The losses as they are. */
  public static Smoothing none() {
    return new Smoothing() {
      @Override
      double[] of(double[] values) {
        return values.clone();
      }

      @Override
      public String toString() {
        return "no smoothing";
      }
    };
  }

  /**
   * An exponential moving average over the steps so far, corrected for its beginning: {@code m =
   * beta m + (1 - beta) loss}, divided by {@code 1 - beta^n} after {@code n} losses. It looks only
   * back, so it lags behind the losses by about {@code beta / (1 - beta)} steps.
   *
   * @param beta the share that is kept, in [0, 1)
   * @throws IllegalArgumentException if it is not
   */
  public static Smoothing movingAverage(double beta) {
    Limits.share("beta", beta);
    return new Smoothing() {
      @Override
      double[] of(double[] values) {
        double[] smoothed = new double[values.length];
        double mean = 0;
        double weight = 0;
        for (int i = 0; i < values.length; i++) {
          mean = beta * mean + (1 - beta) * values[i];
          weight = beta * weight + (1 - beta);
          smoothed[i] = mean / weight;
        }
        return smoothed;
      }

      @Override
      public String toString() {
        return "moving average, beta " + beta;
      }
    };
  }

  /**
   * Local linear regression over the steps before and after, by Commons Math's {@code
   * LoessInterpolator} without its robust iterations. It does not lag.
   *
   * <p>Source: Cleveland, "Robust Locally Weighted Regression and Smoothing Scatterplots", 1979.
   *
   * @param bandwidth the share of all steps that a value is made of, in (0, 1]; at least three
   *     steps are taken
   * @throws IllegalArgumentException if it is not in that range
   */
  public static Smoothing localRegression(double bandwidth) {
    Limits.positiveShare("bandwidth", bandwidth);
    return new Smoothing() {
      @Override
      double[] of(double[] values) {
        if (values.length < 3) {
          return values.clone();
        }
        double[] steps = new double[values.length];
        for (int i = 0; i < steps.length; i++) {
          steps[i] = i;
        }
        double share = Math.max(bandwidth, 3.0 / values.length);
        return new LoessInterpolator(share, 0).smooth(steps, values);
      }

      @Override
      public String toString() {
        return "local regression, bandwidth " + bandwidth;
      }
    };
  }
}
