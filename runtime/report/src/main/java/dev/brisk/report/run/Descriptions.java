package dev.brisk.report.run;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Line;
import dev.brisk.text.Digits;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to see in lines, for who cannot see them: ends and extremes. */
final class Descriptions {
  private Descriptions() {}

  static String of(Axis x, List<Line> lines) {
    return lines.stream().map(line -> of(x, line)).collect(Collectors.joining(" "));
  }

  private static String of(Axis x, Line line) {
    double[] xs = line.xs();
    double[] ys = line.ys();
    int last = ys.length - 1;
    DoubleSummaryStatistics seen = Arrays.stream(ys).filter(Double::isFinite).summaryStatistics();
    String range =
        seen.getCount() == 0
            ? ""
            : ", between " + Digits.of(seen.getMin()) + " and " + Digits.of(seen.getMax());
    return line.name()
        + ": "
        + Digits.of(ys[0])
        + " at "
        + Digits.of(xs[0], 9)
        + ", "
        + Digits.of(ys[last])
        + " at "
        + Digits.of(xs[last], 9)
        + " "
        + x.name()
        + range
        + ".";
  }
}
