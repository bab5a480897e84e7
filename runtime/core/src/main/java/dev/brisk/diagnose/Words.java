package dev.brisk.diagnose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** How numbers read in findings: three digits, and shares in percent. */
final class Words {
  private Words() {}

  static String of(double value) {
    if (value == 0 || !Double.isFinite(value)) {
      return value == 0 ? "0" : Double.toString(value);
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent >= -3 && exponent <= 4
        ? rounded.toPlainString()
        : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  static String percent(double share) {
    double percent = 100 * share;
    return Math.abs(percent) < 1
        ? of(percent) + " %"
        : String.format(Locale.ROOT, "%.0f %%", percent);
  }

  /** To one digit, as a person writes a bound. */
  static String round(double value) {
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(1)).stripTrailingZeros();
    return rounded.scale() <= 3 && rounded.precision() - rounded.scale() <= 5
        ? rounded.toPlainString()
        : of(rounded.doubleValue());
  }
}
