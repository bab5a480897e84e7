package dev.brisk.runtime;

import java.util.Arrays;

/**
 * The rows of a table to whose gradient the examples of one update have added, in the order in
 * which they were first touched. All other rows of the gradient are zero. Written for generated
 * code.
 */
public final class TouchedRows {
  private final boolean[] isTouched;
  private final int[] rows;
  private int count;

  /** None of so many rows. */
  public TouchedRows(int rows) {
    this.isTouched = new boolean[rows];
    this.rows = new int[rows];
  }

  /** Notes that the row is touched. */
  public void mark(int row) {
    if (!isTouched[row]) {
      isTouched[row] = true;
      rows[count++] = row;
    }
  }

  /** The number of touched rows. */
  public int count() {
    return count;
  }

  /** The touched row of that number, from 0. */
  public int row(int number) {
    return rows[number];
  }

  /**
   * Sets the touched rows to zero and forgets them.
   *
   * @param width the number of elements of a row
   */
  public void clear(double[] gradient, int width) {
    for (int n = 0; n < count; n++) {
      int from = rows[n] * width;
      Arrays.fill(gradient, from, from + width, 0);
    }
    forget();
  }

  /** As {@link #clear(double[], int)}. */
  public void clear(float[] gradient, int width) {
    for (int n = 0; n < count; n++) {
      int from = rows[n] * width;
      Arrays.fill(gradient, from, from + width, 0);
    }
    forget();
  }

  /** Sets the touched rows to zero and forgets them. */
  public void clear(double[][] gradient) {
    for (int n = 0; n < count; n++) {
      Arrays.fill(gradient[rows[n]], 0);
    }
    forget();
  }

  /** Sets the touched rows to zero and forgets them. */
  public void clear(float[][] gradient) {
    for (int n = 0; n < count; n++) {
      Arrays.fill(gradient[rows[n]], 0);
    }
    forget();
  }

  /**
   * Takes a gradient of all rows in place of the one that is there. Those of its rows that are not
   * all zero are the touched ones.
   *
   * @param width the number of elements of a row
   * @param values with the gradient, row by row
   * @param at where it begins
   */
  public void fill(double[] gradient, int width, double[] values, int at) {
    clear(gradient, width);
    for (int row = 0; row < isTouched.length; row++) {
      int from = at + row * width;
      if (!isZero(values, from, from + width)) {
        mark(row);
        System.arraycopy(values, from, gradient, row * width, width);
      }
    }
  }

  /** As {@link #fill(double[], int, double[], int)}. */
  public void fill(float[] gradient, int width, float[] values, int at) {
    clear(gradient, width);
    for (int row = 0; row < isTouched.length; row++) {
      int from = at + row * width;
      if (!isZero(values, from, from + width)) {
        mark(row);
        System.arraycopy(values, from, gradient, row * width, width);
      }
    }
  }

  /** As {@link #fill(double[], int, double[], int)}; rows may differ in length. */
  public void fill(double[][] gradient, double[] values, int at) {
    clear(gradient);
    int from = at;
    for (int row = 0; row < gradient.length; row++) {
      int to = from + gradient[row].length;
      if (!isZero(values, from, to)) {
        mark(row);
        System.arraycopy(values, from, gradient[row], 0, to - from);
      }
      from = to;
    }
  }

  /** As {@link #fill(double[], int, double[], int)}; rows may differ in length. */
  public void fill(float[][] gradient, float[] values, int at) {
    clear(gradient);
    int from = at;
    for (int row = 0; row < gradient.length; row++) {
      int to = from + gradient[row].length;
      if (!isZero(values, from, to)) {
        mark(row);
        System.arraycopy(values, from, gradient[row], 0, to - from);
      }
      from = to;
    }
  }

  private static boolean isZero(double[] values, int from, int to) {
    int i = from;
    while (i < to && values[i] == 0) {
      i++;
    }
    return i == to;
  }

  private static boolean isZero(float[] values, int from, int to) {
    int i = from;
    while (i < to && values[i] == 0) {
      i++;
    }
    return i == to;
  }

  private void forget() {
    for (int n = 0; n < count; n++) {
      isTouched[rows[n]] = false;
    }
    count = 0;
  }
}
