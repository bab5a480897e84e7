package dev.brisk.analysis;

import java.math.BigDecimal;
import java.math.MathContext;

/** How numbers read in a sentence: three digits, without zeros at their end. */
final class Figures {
  private static final int DIGITS = 3;

  private Figures() {}

  static String of(double value) {
    return rounded(value, DIGITS);
  }

  static String rounded(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    double size = Math.abs(value);
    return size >= 1e-4 && size < 1e7
        ? rounded.toPlainString()
        : rounded.toString().replace("E", "e");
  }
}
