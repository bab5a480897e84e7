package dev.brisk.samples;

import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * What came out with several seeds.
 *
 * @param mean of them
 * @param deviation the sample standard deviation, 0 of a single one
 * @param count how many
 */
record Spread(double mean, double deviation, int count) {
  static Spread of(double... values) {
    return new Spread(StatUtils.mean(values), Math.sqrt(StatUtils.variance(values)), values.length);
  }

  /** Of the mean: how far it would lie from that of very many seeds. */
  double standardError() {
    return deviation / Math.sqrt(count);
  }

  /** Whether the mean is three standard errors away from 0, where chance hardly puts it. */
  boolean isClear() {
    return Math.abs(mean) > 3 * standardError();
  }

  /** Mean and deviation. */
  String text(int decimals) {
    String form = "%." + decimals + "f +- %." + decimals + "f";
    return String.format(Locale.ROOT, form, mean, deviation);
  }
}
