package dev.brisk.runtime;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How numbers read in what is printed of a run: the same everywhere, in six digits. */
final class Figures {
  /** Characters of the widest figure, such as {@code -1.23457e-05}. */
  static final int WIDTH = 12;

  private Figures() {}

  static String of(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  /** As a person writes a rate in source code, in two digits: {@code 0.3}, {@code 3e-3}. */
  static String written(double rate) {
    if (rate == 0) {
      return "0";
    }
    BigDecimal rounded =
        new BigDecimal(rate).round(new MathContext(2, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent >= -2 && exponent <= 3
        ? rounded.toPlainString()
        : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** The text, filled up with spaces on its left. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
