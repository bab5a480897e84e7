package dev.brisk.report.chart;

import java.util.List;

/**
 * Lines over two axes.
 *
 * @param bands named parts of the horizontal axis, behind the lines
 */
public record Chart(
    String title,
    String description,
    Axis x,
    Axis y,
    List<Line> lines,
    List<Mark> marks,
    List<Band> bands)
    implements Figure {
  /** Copies the lists. */
  public Chart {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
    bands = List.copyOf(bands);
  }

  /** Lines alone. */
  public Chart(String title, String description, Axis x, Axis y, List<Line> lines) {
    this(title, description, x, y, lines, List.of(), List.of());
  }
}
