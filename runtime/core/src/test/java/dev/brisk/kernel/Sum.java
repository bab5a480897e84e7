package dev.brisk.kernel;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sum of some products in twice the precision of {@code double}, and that of their absolute
 * values, of which the error of a kernel is a multiple.
 */
final class Sum {
  private double sum;
  private double rest;
  private double magnitude;
  private int terms;

  /** Both roundings, of the product and of the sum, are kept (Dekker, Knuth). */
  void add(double a, double b) {
    double product = a * b;
    double next = sum + product;
    double added = next - sum;
    rest += Math.fma(a, b, -product) + ((sum - (next - added)) + (product - added));
    sum = next;
    magnitude += Math.abs(product);
    terms++;
  }

  /** Asserts the bound of {@link Kernel}, where {@code unit} is half the distance from 1 on. */
  void check(double actual, double unit, Object what) {
    assertThat(Math.abs(actual - sum - rest))
        .as("%s: %s instead of %s", what, actual, sum + rest)
        .isLessThanOrEqualTo((terms + 1) * unit * magnitude);
  }
}
