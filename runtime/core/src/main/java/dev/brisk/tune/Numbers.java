package dev.brisk.tune;

import java.math.BigDecimal;
import java.math.MathContext;

/** How rates and losses read in what is printed: in three digits, the same everywhere. */
final class Numbers {
  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Numbers() {}

  /** {@code 0.0251}, {@code 1e-7}, {@code 2.3}. */
  static String of(double value) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(THREE_DIGITS).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent >= -3 && exponent <= 5
        ? rounded.toPlainString()
        : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
