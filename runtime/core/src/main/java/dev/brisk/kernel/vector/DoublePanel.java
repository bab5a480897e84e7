package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;
import static dev.brisk.kernel.vector.DoubleWorkspace.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * A panel is some rows of {@link DoubleWorkspace#WIDTH} neighbouring columns of a matrix, or of its
 * transpose, copied so that they lie without gaps. Many tiles read it, without an address for each
 * row, and it stays in the first-level cache whatever the length of a row.
 */
final class DoublePanel {
  private DoublePanel() {}

  /** Copies {@code depth} rows that lie {@code stride} apart in one array; fills up with 0. */
  static void copy(double[] matrix, int at, int stride, int depth, int width, double[] panel) {
    if (width < WIDTH) {
      for (int i = 0; i < depth; i++) {
        narrow(matrix, at + i * stride, width, panel, i * WIDTH);
      }
      return;
    }
    int i = 0;
    for (; i + 4 <= depth; i += 4) {
      int a = at + i * stride;
      int b = a + stride;
      int c = b + stride;
      int d = c + stride;
      int to = i * WIDTH;
      DoubleVector.fromArray(SPECIES, matrix, a).intoArray(panel, to);
      DoubleVector.fromArray(SPECIES, matrix, a + LANES).intoArray(panel, to + LANES);
      DoubleVector.fromArray(SPECIES, matrix, b).intoArray(panel, to + 2 * LANES);
      DoubleVector.fromArray(SPECIES, matrix, b + LANES).intoArray(panel, to + 3 * LANES);
      DoubleVector.fromArray(SPECIES, matrix, c).intoArray(panel, to + 4 * LANES);
      DoubleVector.fromArray(SPECIES, matrix, c + LANES).intoArray(panel, to + 5 * LANES);
      DoubleVector.fromArray(SPECIES, matrix, d).intoArray(panel, to + 6 * LANES);
      DoubleVector.fromArray(SPECIES, matrix, d + LANES).intoArray(panel, to + 7 * LANES);
    }
    for (; i < depth; i++) {
      int a = at + i * stride;
      int to = i * WIDTH;
      DoubleVector.fromArray(SPECIES, matrix, a).intoArray(panel, to);
      DoubleVector.fromArray(SPECIES, matrix, a + LANES).intoArray(panel, to + LANES);
    }
  }

  /** Copies the columns from {@code k} on of {@code depth} arrays; fills up with 0. */
  static void copy(double[][] rows, int from, int k, int depth, int width, double[] panel) {
    if (width < WIDTH) {
      for (int i = 0; i < depth; i++) {
        narrow(rows[from + i], k, width, panel, i * WIDTH);
      }
      return;
    }
    int i = 0;
    for (; i + 4 <= depth; i += 4) {
      double[] a = rows[from + i];
      double[] b = rows[from + i + 1];
      double[] c = rows[from + i + 2];
      double[] d = rows[from + i + 3];
      int to = i * WIDTH;
      DoubleVector.fromArray(SPECIES, a, k).intoArray(panel, to);
      DoubleVector.fromArray(SPECIES, a, k + LANES).intoArray(panel, to + LANES);
      DoubleVector.fromArray(SPECIES, b, k).intoArray(panel, to + 2 * LANES);
      DoubleVector.fromArray(SPECIES, b, k + LANES).intoArray(panel, to + 3 * LANES);
      DoubleVector.fromArray(SPECIES, c, k).intoArray(panel, to + 4 * LANES);
      DoubleVector.fromArray(SPECIES, c, k + LANES).intoArray(panel, to + 5 * LANES);
      DoubleVector.fromArray(SPECIES, d, k).intoArray(panel, to + 6 * LANES);
      DoubleVector.fromArray(SPECIES, d, k + LANES).intoArray(panel, to + 7 * LANES);
    }
    for (; i < depth; i++) {
      double[] a = rows[from + i];
      int to = i * WIDTH;
      DoubleVector.fromArray(SPECIES, a, k).intoArray(panel, to);
      DoubleVector.fromArray(SPECIES, a, k + LANES).intoArray(panel, to + LANES);
    }
  }

  /**
   * Copies {@code depth} elements of each of {@code width} rows, which lie {@code stride} apart in
   * one array, to a column; further columns keep what they held.
   */
  static void transpose(double[] matrix, int at, int stride, int depth, int width, double[] panel) {
    int j = 0;
    for (; j + 4 <= width; j += 4) {
      int a = at + j * stride;
      int b = a + stride;
      int c = b + stride;
      int d = c + stride;
      for (int i = 0; i < depth; i++) {
        int to = i * WIDTH + j;
        panel[to] = matrix[a + i];
        panel[to + 1] = matrix[b + i];
        panel[to + 2] = matrix[c + i];
        panel[to + 3] = matrix[d + i];
      }
    }
    for (; j < width; j++) {
      int a = at + j * stride;
      for (int i = 0; i < depth; i++) {
        panel[i * WIDTH + j] = matrix[a + i];
      }
    }
  }

  private static void narrow(double[] source, int from, int width, double[] panel, int at) {
    System.arraycopy(source, from, panel, at, width);
    Arrays.fill(panel, at + width, at + WIDTH, 0);
  }

  /** {@code y[yAt + i] = fma(f, x[xAt + i], y[yAt + i])} for {@code i} in {@code [0, length)}. */
  static void add(double f, double[] x, int xAt, double[] y, int yAt, int length) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, f);
    int i = 0;
    for (; i <= length - 8 * LANES; i += 8 * LANES) {
      int u = xAt + i;
      int v = yAt + i;
      DoubleVector y0 = DoubleVector.fromArray(SPECIES, y, v);
      DoubleVector.fromArray(SPECIES, x, u).fma(factor, y0).intoArray(y, v);
      DoubleVector y1 = DoubleVector.fromArray(SPECIES, y, v + LANES);
      DoubleVector.fromArray(SPECIES, x, u + LANES).fma(factor, y1).intoArray(y, v + LANES);
      DoubleVector y2 = DoubleVector.fromArray(SPECIES, y, v + 2 * LANES);
      DoubleVector.fromArray(SPECIES, x, u + 2 * LANES).fma(factor, y2).intoArray(y, v + 2 * LANES);
      DoubleVector y3 = DoubleVector.fromArray(SPECIES, y, v + 3 * LANES);
      DoubleVector.fromArray(SPECIES, x, u + 3 * LANES).fma(factor, y3).intoArray(y, v + 3 * LANES);
      DoubleVector y4 = DoubleVector.fromArray(SPECIES, y, v + 4 * LANES);
      DoubleVector.fromArray(SPECIES, x, u + 4 * LANES).fma(factor, y4).intoArray(y, v + 4 * LANES);
      DoubleVector y5 = DoubleVector.fromArray(SPECIES, y, v + 5 * LANES);
      DoubleVector.fromArray(SPECIES, x, u + 5 * LANES).fma(factor, y5).intoArray(y, v + 5 * LANES);
      DoubleVector y6 = DoubleVector.fromArray(SPECIES, y, v + 6 * LANES);
      DoubleVector.fromArray(SPECIES, x, u + 6 * LANES).fma(factor, y6).intoArray(y, v + 6 * LANES);
      DoubleVector y7 = DoubleVector.fromArray(SPECIES, y, v + 7 * LANES);
      DoubleVector.fromArray(SPECIES, x, u + 7 * LANES).fma(factor, y7).intoArray(y, v + 7 * LANES);
    }
    for (; i <= length - LANES; i += LANES) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, y, yAt + i);
      DoubleVector.fromArray(SPECIES, x, xAt + i).fma(factor, sum).intoArray(y, yAt + i);
    }
    for (; i < length; i++) {
      y[yAt + i] = Math.fma(f, x[xAt + i], y[yAt + i]);
    }
  }
}
