package dev.brisk.data;

import java.util.Arrays;

/**
 * What standardisation takes of a column, without overflow or cancellation on the way.
 *
 * @param deviation the standard deviation, the root of the mean of squared differences from the
 *     mean; 0 exactly if all numbers are equal
 */
record Moments(double mean, double deviation) {
  /** Of at least one finite number; not finite if the numbers lie further apart than doubles go. */
  static Moments of(double[] values) {
    double first = values[0];
    if (Arrays.stream(values).allMatch(value -> value == first)) {
      return new Moments(first, 0);
    }
    double mean = mean(values);
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value - mean));
    }
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      double share = (value - mean) / largest;
      sum += share;
      squares += share * share;
    }
    // The mean is rounded, so the differences have a mean of their own.
    double rest = sum / values.length;
    return new Moments(mean, largest * Math.sqrt(squares / values.length - rest * rest));
  }

  /** In two passes: the second takes up what the first lost by rounding. */
  private static double mean(double[] values) {
    double rough = 0;
    for (double value : values) {
      rough += value / values.length;
    }
    double rest = 0;
    for (double value : values) {
      rest += (value - rough) / values.length;
    }
    return rough + rest;
  }
}
