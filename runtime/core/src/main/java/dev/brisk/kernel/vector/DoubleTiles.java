package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.ROWS;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;
import static dev.brisk.kernel.vector.DoubleWorkspace.WIDTH;

import jdk.incubator.vector.DoubleVector;

/**
 * Rows of a batch times a panel, added to rows of another batch. A tile is five rows by the two
 * vectors of the panel's width: ten sums, enough for two units of four cycles each, and seven loads
 * for ten {@code fma}.
 */
final class DoubleTiles {
  private DoubleTiles() {}

  /**
   * {@code out[r][at + j] += sum over i of x[xFrom + r][xAt + i] * panel[i * WIDTH + j]} for the
   * rows {@code r} in {@code [from, to)}, {@code i} in {@code [0, depth)} and {@code j} in {@code
   * [0, width)}. Sums of a panel that is not filled are brought to a place of their own.
   */
  static void add(
      DoubleWorkspace space,
      int depth,
      double[][] x,
      int xFrom,
      int xAt,
      double[][] out,
      int at,
      int width,
      int from,
      int to) {
    for (int r = from; r < to; r += ROWS) {
      int last = Math.min(r + ROWS, to) - 1;
      if (width == WIDTH) {
        tile(space.panel, depth, x, xFrom, xAt, out, r, last, at);
      } else {
        double[][] edge = space.edgeRows;
        for (int i = r; i <= last; i++) {
          System.arraycopy(out[i], at, edge[i - r], 0, width);
        }
        tile(space.panel, depth, x, xFrom + r, xAt, edge, 0, last - r, 0);
        for (int i = r; i <= last; i++) {
          System.arraycopy(edge[i - r], 0, out[i], at, width);
        }
      }
    }
  }

  /**
   * Five rows from {@code r} on; beyond the last one, that one again. Rows are looked up once more
   * at the end, so that they take no registers from the loop.
   */
  private static void tile(
      double[] panel,
      int depth,
      double[][] x,
      int xFrom,
      int xAt,
      double[][] out,
      int r,
      int last,
      int at) {
    double[] row = out[r];
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, row, at);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 1, last)];
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, row, at);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 2, last)];
    DoubleVector c0 = DoubleVector.fromArray(SPECIES, row, at);
    DoubleVector c1 = DoubleVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 3, last)];
    DoubleVector d0 = DoubleVector.fromArray(SPECIES, row, at);
    DoubleVector d1 = DoubleVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 4, last)];
    DoubleVector e0 = DoubleVector.fromArray(SPECIES, row, at);
    DoubleVector e1 = DoubleVector.fromArray(SPECIES, row, at + LANES);
    double[] xA = x[xFrom + r];
    double[] xB = x[xFrom + Math.min(r + 1, last)];
    double[] xC = x[xFrom + Math.min(r + 2, last)];
    double[] xD = x[xFrom + Math.min(r + 3, last)];
    double[] xE = x[xFrom + Math.min(r + 4, last)];
    for (int i = 0; i < depth; i++) {
      int p = i * WIDTH;
      DoubleVector v0 = DoubleVector.fromArray(SPECIES, panel, p);
      DoubleVector v1 = DoubleVector.fromArray(SPECIES, panel, p + LANES);
      DoubleVector f = DoubleVector.broadcast(SPECIES, xA[xAt + i]);
      a0 = v0.fma(f, a0);
      a1 = v1.fma(f, a1);
      f = DoubleVector.broadcast(SPECIES, xB[xAt + i]);
      b0 = v0.fma(f, b0);
      b1 = v1.fma(f, b1);
      f = DoubleVector.broadcast(SPECIES, xC[xAt + i]);
      c0 = v0.fma(f, c0);
      c1 = v1.fma(f, c1);
      Fence.keepLoadsInPlace();
      f = DoubleVector.broadcast(SPECIES, xD[xAt + i]);
      d0 = v0.fma(f, d0);
      d1 = v1.fma(f, d1);
      f = DoubleVector.broadcast(SPECIES, xE[xAt + i]);
      e0 = v0.fma(f, e0);
      e1 = v1.fma(f, e1);
      Fence.keepLoadsInPlace();
    }
    row = out[r];
    a0.intoArray(row, at);
    a1.intoArray(row, at + LANES);
    row = out[Math.min(r + 1, last)];
    b0.intoArray(row, at);
    b1.intoArray(row, at + LANES);
    row = out[Math.min(r + 2, last)];
    c0.intoArray(row, at);
    c1.intoArray(row, at + LANES);
    row = out[Math.min(r + 3, last)];
    d0.intoArray(row, at);
    d1.intoArray(row, at + LANES);
    row = out[Math.min(r + 4, last)];
    e0.intoArray(row, at);
    e1.intoArray(row, at + LANES);
  }
}
