package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;
import static dev.brisk.kernel.vector.DoubleWorkspace.WIDTH;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;

/**
 * A panel is some rows of {@link DoubleWorkspace#WIDTH} neighbouring columns of a matrix, copied so
 * that they lie without gaps. Many tiles read it, without an address for each row, and it stays in
 * the first-level cache whatever the length of a row.
 */
final class DoublePanel {
  private DoublePanel() {}

  /** Copies {@code depth} rows that lie {@code stride} apart in one array; fills up with 0. */
  static void copy(double[] matrix, int at, int stride, int depth, int width, double[] panel) {
    for (int i = 0; i < depth; i++) {
      row(matrix, at + i * stride, width, panel, i * WIDTH);
    }
  }

  /** Copies the columns from {@code k} on of {@code depth} arrays; fills up with 0. */
  static void copy(double[][] rows, int from, int k, int depth, int width, double[] panel) {
    for (int i = 0; i < depth; i++) {
      row(rows[from + i], k, width, panel, i * WIDTH);
    }
  }

  private static void row(double[] source, int from, int width, double[] panel, int at) {
    System.arraycopy(source, from, panel, at, width);
    if (width < WIDTH) {
      Arrays.fill(panel, at + width, at + WIDTH, 0);
    }
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
