package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.LANES;
import static dev.brisk.kernel.vector.FloatWorkspace.SPECIES;
import static dev.brisk.kernel.vector.FloatWorkspace.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A panel is some rows of {@link FloatWorkspace#WIDTH} neighbouring columns of a matrix, or of its
 * transpose, copied so that they lie without gaps. Many tiles read it, without an address for each
 * row, and it stays in the first-level cache whatever the length of a row.
 */
final class FloatPanel {
  private FloatPanel() {}

  /** Copies {@code depth} rows that lie {@code stride} apart in one array; fills up with 0. */
  static void copy(float[] matrix, int at, int stride, int depth, int width, float[] panel) {
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
      FloatVector.fromArray(SPECIES, matrix, a).intoArray(panel, to);
      FloatVector.fromArray(SPECIES, matrix, a + LANES).intoArray(panel, to + LANES);
      FloatVector.fromArray(SPECIES, matrix, b).intoArray(panel, to + 2 * LANES);
      FloatVector.fromArray(SPECIES, matrix, b + LANES).intoArray(panel, to + 3 * LANES);
      FloatVector.fromArray(SPECIES, matrix, c).intoArray(panel, to + 4 * LANES);
      FloatVector.fromArray(SPECIES, matrix, c + LANES).intoArray(panel, to + 5 * LANES);
      FloatVector.fromArray(SPECIES, matrix, d).intoArray(panel, to + 6 * LANES);
      FloatVector.fromArray(SPECIES, matrix, d + LANES).intoArray(panel, to + 7 * LANES);
    }
    for (; i < depth; i++) {
      int a = at + i * stride;
      int to = i * WIDTH;
      FloatVector.fromArray(SPECIES, matrix, a).intoArray(panel, to);
      FloatVector.fromArray(SPECIES, matrix, a + LANES).intoArray(panel, to + LANES);
    }
  }

  /** Copies the columns from {@code k} on of {@code depth} arrays; fills up with 0. */
  static void copy(float[][] rows, int from, int k, int depth, int width, float[] panel) {
    if (width < WIDTH) {
      for (int i = 0; i < depth; i++) {
        narrow(rows[from + i], k, width, panel, i * WIDTH);
      }
      return;
    }
    int i = 0;
    for (; i + 4 <= depth; i += 4) {
      float[] a = rows[from + i];
      float[] b = rows[from + i + 1];
      float[] c = rows[from + i + 2];
      float[] d = rows[from + i + 3];
      int to = i * WIDTH;
      FloatVector.fromArray(SPECIES, a, k).intoArray(panel, to);
      FloatVector.fromArray(SPECIES, a, k + LANES).intoArray(panel, to + LANES);
      FloatVector.fromArray(SPECIES, b, k).intoArray(panel, to + 2 * LANES);
      FloatVector.fromArray(SPECIES, b, k + LANES).intoArray(panel, to + 3 * LANES);
      FloatVector.fromArray(SPECIES, c, k).intoArray(panel, to + 4 * LANES);
      FloatVector.fromArray(SPECIES, c, k + LANES).intoArray(panel, to + 5 * LANES);
      FloatVector.fromArray(SPECIES, d, k).intoArray(panel, to + 6 * LANES);
      FloatVector.fromArray(SPECIES, d, k + LANES).intoArray(panel, to + 7 * LANES);
    }
    for (; i < depth; i++) {
      float[] a = rows[from + i];
      int to = i * WIDTH;
      FloatVector.fromArray(SPECIES, a, k).intoArray(panel, to);
      FloatVector.fromArray(SPECIES, a, k + LANES).intoArray(panel, to + LANES);
    }
  }

  /**
   * Copies {@code depth} elements of each of {@code width} rows, which lie {@code stride} apart in
   * one array, to a column; further columns keep what they held.
   */
  static void transpose(float[] matrix, int at, int stride, int depth, int width, float[] panel) {
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

  private static void narrow(float[] source, int from, int width, float[] panel, int at) {
    System.arraycopy(source, from, panel, at, width);
    Arrays.fill(panel, at + width, at + WIDTH, 0);
  }

  /** {@code y[yAt + i] = fma(f, x[xAt + i], y[yAt + i])} for {@code i} in {@code [0, length)}. */
  static void add(float f, float[] x, int xAt, float[] y, int yAt, int length) {
    FloatVector factor = FloatVector.broadcast(SPECIES, f);
    int i = 0;
    for (; i <= length - 8 * LANES; i += 8 * LANES) {
      int u = xAt + i;
      int v = yAt + i;
      FloatVector y0 = FloatVector.fromArray(SPECIES, y, v);
      FloatVector.fromArray(SPECIES, x, u).fma(factor, y0).intoArray(y, v);
      FloatVector y1 = FloatVector.fromArray(SPECIES, y, v + LANES);
      FloatVector.fromArray(SPECIES, x, u + LANES).fma(factor, y1).intoArray(y, v + LANES);
      FloatVector y2 = FloatVector.fromArray(SPECIES, y, v + 2 * LANES);
      FloatVector.fromArray(SPECIES, x, u + 2 * LANES).fma(factor, y2).intoArray(y, v + 2 * LANES);
      FloatVector y3 = FloatVector.fromArray(SPECIES, y, v + 3 * LANES);
      FloatVector.fromArray(SPECIES, x, u + 3 * LANES).fma(factor, y3).intoArray(y, v + 3 * LANES);
      FloatVector y4 = FloatVector.fromArray(SPECIES, y, v + 4 * LANES);
      FloatVector.fromArray(SPECIES, x, u + 4 * LANES).fma(factor, y4).intoArray(y, v + 4 * LANES);
      FloatVector y5 = FloatVector.fromArray(SPECIES, y, v + 5 * LANES);
      FloatVector.fromArray(SPECIES, x, u + 5 * LANES).fma(factor, y5).intoArray(y, v + 5 * LANES);
      FloatVector y6 = FloatVector.fromArray(SPECIES, y, v + 6 * LANES);
      FloatVector.fromArray(SPECIES, x, u + 6 * LANES).fma(factor, y6).intoArray(y, v + 6 * LANES);
      FloatVector y7 = FloatVector.fromArray(SPECIES, y, v + 7 * LANES);
      FloatVector.fromArray(SPECIES, x, u + 7 * LANES).fma(factor, y7).intoArray(y, v + 7 * LANES);
    }
    for (; i <= length - LANES; i += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, y, yAt + i);
      FloatVector.fromArray(SPECIES, x, xAt + i).fma(factor, sum).intoArray(y, yAt + i);
    }
    for (; i < length; i++) {
      y[yAt + i] = Math.fma(f, x[xAt + i], y[yAt + i]);
    }
  }
}
