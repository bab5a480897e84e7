package dev.brisk.text;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in a sentence or a table: rounded, without zeros at their end. */
public final class Digits {
  private static final int USUAL = 3;

  private Digits() {}

  /** In three digits: {@code 0.0251}, {@code 1e-7}, {@code 2.3}, {@code NaN}. */
  public static String of(double value) {
    return of(value, USUAL);
  }

  /** In at most so many digits; with an exponent below 0.001 and from a million on. */
  public static String of(double value, int digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return exponent >= -3 && exponent <= 5
        ? rounded.toPlainString()
        : rounded.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }
}
