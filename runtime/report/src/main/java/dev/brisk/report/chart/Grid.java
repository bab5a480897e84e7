package dev.brisk.report.chart;

import java.util.Arrays;

/**
 * Values on a grid.
 *
 * @param xs of the columns, ascending, at least 2
 * @param ys of the rows, ascending, at least 2
 * @param values {@code [row][column]}; NaN and infinite ones are not drawn
 */
public record Grid(double[] xs, double[] ys, double[][] values) {
  /**
   * Copies the arrays.
   *
   * @throws IllegalArgumentException if there are too few columns or rows, or the values are not as
   *     many
   */
  public Grid {
    if (xs.length < 2 || ys.length < 2) {
      throw new IllegalArgumentException(
          "the grid has " + xs.length + " columns and " + ys.length + " rows, expected 2 of each");
    }
    if (values.length != ys.length) {
      throw new IllegalArgumentException(
          "values has " + values.length + " rows, expected " + ys.length);
    }
    for (double[] row : values) {
      if (row.length != xs.length) {
        throw new IllegalArgumentException(
            "values has a row of " + row.length + " columns, expected " + xs.length);
      }
    }
    xs = xs.clone();
    ys = ys.clone();
    values = copy(values);
  }

  private static double[][] copy(double[][] values) {
    return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
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
  public double[][] values() {
    return copy(values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Grid that
        && Arrays.equals(xs, that.xs)
        && Arrays.equals(ys, that.ys)
        && Arrays.deepEquals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return xs.length + " by " + ys.length + " values";
  }
}
