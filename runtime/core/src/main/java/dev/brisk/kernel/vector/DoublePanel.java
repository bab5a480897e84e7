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
    if (width == WIDTH) {
      DoubleVector.fromArray(SPECIES, source, from).intoArray(panel, at);
      DoubleVector.fromArray(SPECIES, source, from + LANES).intoArray(panel, at + LANES);
      DoubleVector.fromArray(SPECIES, source, from + 2 * LANES).intoArray(panel, at + 2 * LANES);
    } else {
      System.arraycopy(source, from, panel, at, width);
      Arrays.fill(panel, at + width, at + WIDTH, 0);
    }
  }

  /** {@code y[yAt + i] = fma(f, x[xAt + i], y[yAt + i])} for {@code i} in {@code [0, length)}. */
  static void add(double f, double[] x, int xAt, double[] y, int yAt, int length) {
    DoubleVector factor = DoubleVector.broadcast(SPECIES, f);
    int i = 0;
    for (; i <= length - LANES; i += LANES) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, y, yAt + i);
      DoubleVector.fromArray(SPECIES, x, xAt + i).fma(factor, sum).intoArray(y, yAt + i);
    }
    for (; i < length; i++) {
      y[yAt + i] = Math.fma(f, x[xAt + i], y[yAt + i]);
    }
  }
}
