package dev.brisk.report.run;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Line;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** Whether values are better seen by their difference or by their ratio. */
final class Scales {
  /** A ratio of extremes from which on the lesser values would lie on the axis. */
  private static final double WIDE = 30;

  private Scales() {}

  /** Logarithmic where all finite values are above 0 and they differ by a factor of 30. */
  static Axis axis(String name, List<Line> lines) {
    DoubleSummaryStatistics seen =
        lines.stream()
            .flatMapToDouble(line -> Arrays.stream(line.ys()))
            .filter(Double::isFinite)
            .summaryStatistics();
    boolean isWide = seen.getMin() > 0 && seen.getMax() >= WIDE * seen.getMin();
    return isWide && seen.getCount() > 0 ? Axis.log(name) : Axis.linear(name);
  }
}
