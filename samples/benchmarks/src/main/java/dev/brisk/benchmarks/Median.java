package dev.brisk.benchmarks;

import java.util.stream.DoubleStream;

/** What of several rounds stands in a table. */
public final class Median {
  private Median() {}

  /** Of at least one value; of an even number, the mean of the two in the middle. */
  public static double of(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
