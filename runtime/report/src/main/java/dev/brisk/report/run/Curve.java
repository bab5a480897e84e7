package dev.brisk.report.run;

import dev.brisk.report.chart.Line;

/**
 * What was measured at the updates of a run, whose numbers, counted from 0, are the abscissae.
 *
 * @param points every update of a short run; of a long one the first, the last, the least and the
 *     greatest of successive ones; empty if it was not recorded
 * @param means of at most 64 stretches of successive updates
 */
public record Curve(Line points, Line means) {
  /** Nothing recorded. */
  static Curve none(String name) {
    Line none = Line.solid(name, new double[0], new double[0]);
    return new Curve(none, none);
  }

  /** Whether it was recorded. */
  public boolean isRecorded() {
    return points.size() > 0;
  }
}
