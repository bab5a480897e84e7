package dev.brisk.ops;

/** The logit {@code 2 u = 2 sqrt(2 / pi) (x + 0.044715 x^3)} of {@link Ops#geluTanh(double)}. */
final class GeluTanh {
  private static final double SCALE = 2 * Math.sqrt(2 / Math.PI);
  private static final double CUBIC = 0.044715;

  /** From here on the sigmoid of the logit is 0 or 1, and so the cube need not grow any more. */
  private static final double SETTLED = 40;

  private GeluTanh() {}

  static double logit(double x) {
    double bounded = bounded(x);
    return SCALE * (bounded + CUBIC * bounded * bounded * bounded);
  }

  static double logitByX(double x) {
    double bounded = bounded(x);
    return SCALE * (1 + 3 * CUBIC * bounded * bounded);
  }

  private static double bounded(double x) {
    return Math.max(-SETTLED, Math.min(SETTLED, x));
  }
}
