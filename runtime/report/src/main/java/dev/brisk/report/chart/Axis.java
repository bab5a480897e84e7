package dev.brisk.report.chart;

/**
 * An axis.
 *
 * @param name of what it measures, with its unit
 * @param scale at first; who looks may switch it where all values are above 0
 */
public record Axis(String name, Scale scale) {
  /** How values lie on an axis. */
  public enum Scale {
    /** By their difference. */
    LINEAR,
    /** By their ratio; values of 0 and below are not shown, nor those below 1e-10. */
    LOG
  }

  /** A linear axis. */
  public static Axis linear(String name) {
    return new Axis(name, Scale.LINEAR);
  }

  /** A logarithmic axis. */
  public static Axis log(String name) {
    return new Axis(name, Scale.LOG);
  }
}
