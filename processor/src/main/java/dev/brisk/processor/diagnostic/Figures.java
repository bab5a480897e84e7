package dev.brisk.processor.diagnostic;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** How numbers and lists read in messages: the same everywhere. */
public final class Figures {
  /** Plain decimals from 0.0001 to below 10,000,000; scientific beyond. */
  private static final int SMALLEST_PLAIN_EXPONENT = -4;

  private static final int LARGEST_PLAIN_EXPONENT = 6;

  /** As many as a double keeps of what was written; those after them come of computing. */
  private static final MathContext WRITTEN_DIGITS = new MathContext(15);

  /** Characters of a number that a person writes. */
  private static final int LONGEST_WRITTEN = 8;

  private static final MathContext THREE_DIGITS = new MathContext(3);

  private Figures() {}

  /** A number of things, {@code 14,400}. */
  public static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A number of things with their name, {@code 1 step} or {@code 2,250 steps}. */
  public static String count(long count, String thing) {
    return count(count) + " " + thing + (count == 1 ? "" : "s");
  }

  /** A rate or factor as a person writes it: {@code 0.001}, {@code 1e-7}, {@code 3}. */
  public static String number(double value) {
    return number(value, WRITTEN_DIGITS);
  }

  /** As {@link #number(double)}, with every digit: no other number is written so. */
  public static String exact(double value) {
    return number(value, MathContext.UNLIMITED);
  }

  private static String number(double value, MathContext digits) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal decimal = new BigDecimal(Double.toString(value)).round(digits).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= SMALLEST_PLAIN_EXPONENT && exponent <= LARGEST_PLAIN_EXPONENT) {
      return decimal.toPlainString();
    }
    return decimal.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
  }

  /** As it is written, or in three digits where it is so long that it was computed. */
  public static String brief(double value) {
    String written = number(value);
    return written.length() <= LONGEST_WRITTEN ? written : rounded(value);
  }

  /** A rate or factor in three digits, {@code 0.0951}. */
  public static String rounded(double value) {
    return Double.isFinite(value)
        ? number(new BigDecimal(value).round(THREE_DIGITS).doubleValue())
        : number(value);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String all(List<String> items) {
    return joined(items, " and ");
  }

  /** {@code a}, {@code a or b}, {@code a, b or c}. */
  public static String any(List<String> items) {
    return joined(items, " or ");
  }

  private static String joined(List<String> items, String beforeLast) {
    int last = items.size() - 1;
    if (last < 1) {
      return String.join("", items);
    }
    return String.join(", ", items.subList(0, last)) + beforeLast + items.get(last);
  }
}
