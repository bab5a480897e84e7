package dev.brisk.benchmarks.mllib;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * A target, measured in several rounds.
 *
 * @param title of the case
 * @param iterations that MLlib did
 * @param isDefault whether MLlib was left as it is by default
 * @param starts fits of MLlib's without any iteration
 */
record Comparison(
    String title,
    int iterations,
    boolean isDefault,
    List<Run> starts,
    List<Run> mllib,
    List<Run> brisk) {
  private static final double ROUNDING = 1e-9;

  private static final String LINE = "%-22s %12s %9s %9s %14s %9s %14s %7s %8s  %s%n";

  static String head() {
    return String.format(
        Locale.ROOT,
        LINE,
        "",
        "iterations",
        "MLlib ms",
        "(start)",
        "loss",
        "Brisk ms",
        "loss",
        "ratio",
        "(later)",
        "(of rounds)");
  }

  /** How many times as fast Brisk was: the median of the rounds. */
  double ratio() {
    return median(ratios());
  }

  /** The same without what MLlib does before its first iteration. */
  double ratioOfIterations() {
    return (median(mllib, Run::milliseconds) - median(starts, Run::milliseconds))
        / median(brisk, Run::milliseconds);
  }

  /**
   * Whether no run of Brisk ended with a greater loss than MLlib did in its round, to nine digits.
   */
  boolean isReached() {
    for (int round = 0; round < mllib.size(); round++) {
      if (!(brisk.get(round).loss() <= mllib.get(round).loss() * (1 + ROUNDING))) {
        return false;
      }
    }
    return true;
  }

  private double[] ratios() {
    double[] ratios = new double[mllib.size()];
    for (int round = 0; round < ratios.length; round++) {
      ratios[round] = mllib.get(round).milliseconds() / brisk.get(round).milliseconds();
    }
    return ratios;
  }

  private static double median(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static double median(List<Run> runs, ToDoubleFunction<Run> value) {
    return median(runs.stream().mapToDouble(value).toArray());
  }

  @Override
  public String toString() {
    double[] ratios = ratios();
    Arrays.sort(ratios);
    return String.format(
        Locale.ROOT,
        LINE,
        title,
        isDefault ? iterations + " (default)" : iterations,
        String.format(Locale.ROOT, "%.0f", median(mllib, Run::milliseconds)),
        String.format(Locale.ROOT, "%.0f", median(starts, Run::milliseconds)),
        String.format(Locale.ROOT, "%.10g", median(mllib, Run::loss)),
        String.format(Locale.ROOT, "%.0f", median(brisk, Run::milliseconds)),
        String.format(Locale.ROOT, "%.10g", median(brisk, Run::loss)),
        String.format(Locale.ROOT, "%.2f", ratio()),
        String.format(Locale.ROOT, "%.2f", ratioOfIterations()),
        String.format(Locale.ROOT, "(%.2f - %.2f)", ratios[0], ratios[ratios.length - 1])
            + (isReached() ? "" : " NOT REACHED"));
  }
}
