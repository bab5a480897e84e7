package dev.brisk.report.run;

import dev.brisk.report.chart.Axis;
import dev.brisk.report.chart.Line;
import dev.brisk.text.Digits;
import java.util.Arrays;
import java.util.Comparator;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Collectors;

/** What there is to see in lines, for who cannot see them: ends and extremes. */
final class Descriptions {
  /** Lines that are described one by one. */
  private static final int FEW = 4;

  private static final int DIGITS_OF_COUNTS = 9;

  private Descriptions() {}

  /** Of lines that have points. */
  static String of(Axis x, List<Line> lines) {
    return lines.size() <= FEW
        ? lines.stream().map(line -> of(x, line)).collect(Collectors.joining(" "))
        : ofMany(lines);
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
        + Digits.of(xs[0], DIGITS_OF_COUNTS)
        + ", "
        + Digits.of(ys[last])
        + " at "
        + Digits.of(xs[last], DIGITS_OF_COUNTS)
        + " "
        + x.name()
        + range
        + ".";
  }

  private static String ofMany(List<Line> lines) {
    Comparator<Line> byEnd = Comparator.comparingDouble(Descriptions::end);
    Line lowest = lines.stream().min(byEnd).orElseThrow();
    Line highest = lines.stream().max(byEnd).orElseThrow();
    return lines.size()
        + " lines. At its end the lowest is "
        + lowest.name()
        + ", with "
        + Digits.of(end(lowest))
        + ", and the highest "
        + highest.name()
        + ", with "
        + Digits.of(end(highest))
        + ".";
  }

  private static double end(Line line) {
    double[] ys = line.ys();
    return ys[ys.length - 1];
  }
}
