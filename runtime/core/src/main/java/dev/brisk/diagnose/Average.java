package dev.brisk.diagnose;

/**
 * A mean of what came, in which the latest count most: the weight of a value falls by a factor with
 * each that comes after it, and weights add up to one from the first value on.
 */
final class Average {
  private final double keep;
  private double sum;
  private double weight;
  private long count;

  /**
   * @param keep the factor; {@code 1 / (1 - keep)} values count, roughly
   */
  Average(double keep) {
    this.keep = keep;
  }

  void add(double value) {
    sum = keep * sum + (1 - keep) * value;
    weight = keep * weight + (1 - keep);
    count++;
  }

  /** The mean; NaN before the first value. */
  double mean() {
    return sum / weight;
  }

  long count() {
    return count;
  }
}
