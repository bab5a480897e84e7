package dev.brisk.tune;

import java.util.Comparator;

/**
 * Which of two candidates did better: those that were trained to the end before those that were
 * stopped, and these before those that diverged; then those that were trained for longer; then by
 * median, and by mean. What is left is a tie.
 */
final class Ranking {
  private Ranking() {}

  static Comparator<Outcome> best(boolean higherIsBetter) {
    double sign = higherIsBetter ? -1 : 1;
    return Comparator.comparing(Outcome::status)
        .thenComparing(Comparator.comparingInt(Outcome::epochs).reversed())
        .thenComparingDouble(outcome -> sign * outcome.median())
        .thenComparingDouble(outcome -> sign * outcome.mean());
  }
}
