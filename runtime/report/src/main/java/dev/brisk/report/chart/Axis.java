package dev.brisk.report.chart;

/**
 * An axis.
 *
 * @param name of what it measures, with its unit
 * @param scale at first; who looks may switch it where all values are above 0, unless they are
 *     years
 */
public record Axis(String name, Scale scale) {
  /** How values lie on an axis. */
  public enum Scale {
    /** By their difference. */
    LINEAR,
    /** By their difference; numbers of years, {@code 1979}, which are no thousands. */
    YEARS,
    /** By their ratio; values of 0 and below are not shown, nor those below 1e-10. */
    LOG
  }

  /** A linear axis. */
  public static Axis linear(String name) {
    return new Axis(name, Scale.LINEAR);
  }

  /** An axis of years, which may have parts: {@code 1979.5} is the middle of one. */
  public static Axis years(String name) {
    return new Axis(name, Scale.YEARS);
  }

  /** A logarithmic axis. */
  public static Axis log(String name) {
    return new Axis(name, Scale.LOG);
  }
}
