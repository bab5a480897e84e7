package dev.brisk.report.chart;

import java.util.Arrays;

/**
 * A line through points.
 *
 * @param name in the legend; unique in its figure
 * @param xs of the points, in order
 * @param ys of the points; NaN and infinite ones leave a gap
 */
public record Line(String name, double[] xs, double[] ys, Stroke stroke) {
  /** How a line is drawn, so that it can be told from others without its colour. */
  public enum Stroke {
    /** Without a gap. */
    SOLID,
    /** In dashes. */
    DASHED,
    /** In dots. */
    DOTTED,
    /** A sign at each point, with no line between them. */
    POINTS,
    /** A sign at each point, and a line between them: a path. */
    PATH
  }

  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if they have different lengths
   */
  public Line {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException(
          "ys has " + ys.length + " numbers, expected " + xs.length + ", one for each of xs");
    }
    xs = xs.clone();
    ys = ys.clone();
  }

  /** A line without a gap. */
  public static Line solid(String name, double[] xs, double[] ys) {
    return new Line(name, xs, ys, Stroke.SOLID);
  }

  /** The number of points. */
  public int size() {
    return xs.length;
  }

  @Override
  public double[] xs() {
    return xs.clone();
  }

  @Override
  public double[] ys() {
    return ys.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Line that
        && name.equals(that.name)
        && Arrays.equals(xs, that.xs)
        && Arrays.equals(ys, that.ys)
        && stroke == that.stroke;
  }

  @Override
  public int hashCode() {
    return 31 * name.hashCode() + Arrays.hashCode(ys);
  }

  @Override
  public String toString() {
    return name + ", " + size() + " points, " + stroke;
  }
}
