package dev.brisk.analysis;

/**
 * How the error of descent on a quadratic goes on. What is equal is so within 1e-12, since a rate
 * such as 0.1 is no binary fraction.
 */
public enum Regime {
  /** The error dies away without a change of sign: {@code 0 < r a < 1} without momentum. */
  MONOTONE,
  /** The error is gone after one step: {@code r a = 1} without momentum. */
  ONE_STEP,
  /** The error dies away, and changes its sign again and again: {@code 1 < r a < 2}. */
  OSCILLATING,
  /** The error stays as large as it is: {@code r a = 2}, or a rate of 0. */
  ON_THE_BOUND,
  /** The error grows: {@code r a > 2}. */
  DIVERGENT;

  private static final double EQUAL = 1e-12;

  static Regime of(Descent.Recurrence recurrence) {
    double radius = recurrence.radius();
    if (radius <= EQUAL) {
      return ONE_STEP;
    } else if (Math.abs(radius - 1) <= EQUAL) {
      return ON_THE_BOUND;
    } else if (radius > 1) {
      return DIVERGENT;
    }
    return recurrence.swings() ? OSCILLATING : MONOTONE;
  }
}
