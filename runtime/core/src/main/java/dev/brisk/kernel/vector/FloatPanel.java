package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.LANES;
import static dev.brisk.kernel.vector.FloatWorkspace.SPECIES;
import static dev.brisk.kernel.vector.FloatWorkspace.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

/**
 * A panel is some rows of {@link FloatWorkspace#WIDTH} neighbouring columns of a matrix, copied so
 * that they lie without gaps. Many tiles read it, without an address for each row, and it stays in
 * the first-level cache whatever the length of a row.
 */
final class FloatPanel {
  private FloatPanel() {}

  /** Copies {@code depth} rows that lie {@code stride} apart in one array; fills up with 0. */
  static void copy(float[] matrix, int at, int stride, int depth, int width, float[] panel) {
    for (int i = 0; i < depth; i++) {
      row(matrix, at + i * stride, width, panel, i * WIDTH);
    }
  }

  /** Copies the columns from {@code k} on of {@code depth} arrays; fills up with 0. */
  static void copy(float[][] rows, int from, int k, int depth, int width, float[] panel) {
    for (int i = 0; i < depth; i++) {
      row(rows[from + i], k, width, panel, i * WIDTH);
    }
  }

  private static void row(float[] source, int from, int width, float[] panel, int at) {
    System.arraycopy(source, from, panel, at, width);
    if (width < WIDTH) {
      Arrays.fill(panel, at + width, at + WIDTH, 0);
    }
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
