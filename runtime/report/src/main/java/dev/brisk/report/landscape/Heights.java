package dev.brisk.report.landscape;

import dev.brisk.report.chart.Axis;
import java.util.Arrays;

/** The axis of a loss, by the values that are to be shown on it. */
final class Heights {
  /** From this quotient of the highest and the lowest on, most would lie flat on the bottom. */
  private static final double SPAN = 100;

  private Heights() {}

  /**
   * Logarithmic where all finite values are above 0, and the highest is a multiple of the lowest.
   */
  static Axis axis(double... losses) {
    double[] finite = Arrays.stream(losses).filter(Double::isFinite).toArray();
    double lowest = Arrays.stream(finite).min().orElse(0);
    double highest = Arrays.stream(finite).max().orElse(0);
    return lowest > 0 && highest >= SPAN * lowest ? Axis.log("loss") : Axis.linear("loss");
  }
}
