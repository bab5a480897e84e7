package dev.brisk.report.chart;

/**
 * A part of the horizontal axis that has a name, such as the warm-up.
 *
 * @param from where it begins
 * @param to where it ends, above {@code from}
 */
public record Band(double from, double to, String name) {
  /**
   * Checks the ends.
   *
   * @throws IllegalArgumentException if it does not end above where it begins
   */
  public Band {
    if (!(to > from)) {
      throw new IllegalArgumentException("to is " + to + ", expected more than from, " + from);
    }
  }
}
