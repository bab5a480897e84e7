package dev.brisk.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers read in what is printed: the same everywhere. */
final class Figures {
  private Figures() {}

  /** In four digits; a dash for what is not there. */
  static String of(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.4g", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** All of its digits, as in source code: {@code 0.3}, {@code 3.2e-4}. */
  static String exact(double value) {
    BigDecimal written = BigDecimal.valueOf(value).stripTrailingZeros();
    int exponent = written.precision() - written.scale() - 1;
    return exponent >= -3 && exponent <= 6
        ? written.toPlainString()
        : written.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  static double rounded(double value, int digits) {
    return new BigDecimal(value).round(new MathContext(digits)).doubleValue();
  }
}
