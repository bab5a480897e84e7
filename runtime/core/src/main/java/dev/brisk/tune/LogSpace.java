package dev.brisk.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rates whose logarithms are spread evenly, as orders of magnitude are what matters of them. */
final class LogSpace {
  /** Digits that tell rates apart in every training; more are not worth writing. */
  private static final int DIGITS = 2;

  /** Those of a double. */
  private static final int ALL_DIGITS = 17;

  private LogSpace() {}

  static void requireRange(double low, double high) {
    Limits.positive("low", low);
    Limits.above("high", high, "low, " + low, low);
  }

  /** From low to high, both among them. */
  static List<Double> grid(double low, double high, int count) {
    return IntStream.rangeClosed(DIGITS, ALL_DIGITS)
        .mapToObj(digits -> grid(low, high, count, digits))
        .filter(LogSpace::isAscending)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "count is " + count + ", too many between " + low + " and " + high));
  }

  private static List<Double> grid(double low, double high, int count, int digits) {
    List<Double> rates = new ArrayList<>();
    rates.add(low);
    for (int i = 1; i < count - 1; i++) {
      rates.add(rounded(at(low, high, (double) i / (count - 1)), digits));
    }
    rates.add(high);
    return rates;
  }

  private static boolean isAscending(List<Double> rates) {
    return IntStream.range(1, rates.size()).allMatch(i -> rates.get(i - 1) < rates.get(i));
  }

  /**
   * The rate at a share of the way from low to high.
   *
   * @param share in [0, 1]
   */
  static double drawn(double low, double high, double share) {
    double rounded = rounded(at(low, high, share), DIGITS);
    return Math.min(high, Math.max(low, rounded));
  }

  private static double rounded(double rate, int digits) {
    return new BigDecimal(rate).round(new MathContext(digits)).doubleValue();
  }

  private static double at(double low, double high, double share) {
    return Math.exp((1 - share) * Math.log(low) + share * Math.log(high));
  }
}
