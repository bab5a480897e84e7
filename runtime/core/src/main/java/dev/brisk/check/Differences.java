package dev.brisk.check;

import java.util.function.DoubleUnaryOperator;

/**
 * Derivatives of a function from its values alone: central differences {@code D(h) = (f(x + h) -
 * f(x - h)) / 2h} with Richardson's extrapolation, {@code (4 D(h/2) - D(h)) / 3}, at several widths
 * {@code h}. The width with the least uncertainty is taken.
 */
final class Differences {
  /** Roundings of a value that its computation may add up to, in units of its last place. */
  private static final double ROUNDINGS = 8;

  /** A value this small has widths of its own: those of others may leave its domain. */
  private static final double SMALL = 0.01;

  private final DoubleUnaryOperator function;
  private final double at;
  private final Precision precision;

  Differences(DoubleUnaryOperator function, double at, Precision precision) {
    this.function = function;
    this.at = at;
    this.precision = precision;
  }

  /**
   * A derivative, and how far to trust it.
   *
   * @param disagreement of the two central differences that it comes from
   * @param rounding what the rounding of the function's values may make of it
   */
  record Estimate(double value, double disagreement, double rounding, double width) {
    private static final Estimate NONE =
        new Estimate(Double.NaN, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0);

    private double uncertainty() {
      return disagreement + rounding;
    }

    /** Whether there is one at all: the function may be infinite or NaN close by. */
    boolean exists() {
      return Double.isFinite(value);
    }
  }

  Estimate estimate() {
    double size = Math.abs(at);
    Estimate best = best(Math.max(1, size), Estimate.NONE);
    boolean isCoarse = !(best.disagreement() <= 1e-3 * Math.abs(best.value()));
    return isCoarse && size > 0 && size < SMALL ? best(size, best) : best;
  }

  private Estimate best(double scale, Estimate known) {
    Estimate best = known;
    for (double relative : precision.widths()) {
      Estimate estimate = estimate(relative * scale);
      if (estimate.uncertainty() < best.uncertainty()) {
        best = estimate;
      }
    }
    return best;
  }

  private Estimate estimate(double width) {
    double above = moved(width);
    double below = moved(-width);
    double wide = (above - below) / run(width);
    double narrow = (moved(width / 2) - moved(-width / 2)) / run(width / 2);
    double size = Math.max(Math.abs(above), Math.abs(below));
    return new Estimate(
        (4 * narrow - wide) / 3,
        Math.abs(wide - narrow),
        ROUNDINGS * precision.ulp(size) / width,
        width);
  }

  /**
   * Whether a kink or a jump within the width may be what an error of that size comes from. The
   * slopes of the two sides differ there however narrow they are; those of a smooth function come
   * together as the width does.
   */
  boolean isKinkBehind(double error, Estimate estimate) {
    double wide = bend(estimate.width());
    double narrow = bend(estimate.width() / 2);
    return narrow > 0.7 * wide && narrow > error / 4 && narrow > 4 * estimate.rounding();
  }

  /** The difference between the slopes of the two sides. */
  private double bend(double width) {
    return Math.abs(moved(width) - 2 * function.applyAsDouble(at) + moved(-width)) / width;
  }

  /** The distance of the two points as it is after rounding. */
  private double run(double width) {
    return precision.rounded(at + width) - precision.rounded(at - width);
  }

  private double moved(double by) {
    return function.applyAsDouble(precision.rounded(at + by));
  }
}
