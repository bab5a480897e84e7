package dev.brisk.report.chart;

import java.util.List;

/**
 * The heights of a landscape over two axes, as contours, with paths through it.
 *
 * @param grid where the heights are known
 * @param height what they are
 * @param lines paths, and what else is drawn over it
 */
public record Landscape(
    String title,
    String description,
    Axis x,
    Axis y,
    Grid grid,
    Axis height,
    List<Line> lines,
    List<Mark> marks)
    implements Figure {
  /** Copies the lists. */
  public Landscape {
    lines = List.copyOf(lines);
    marks = List.copyOf(marks);
  }
}
