package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.LANES;
import static dev.brisk.kernel.vector.FloatWorkspace.ROWS;
import static dev.brisk.kernel.vector.FloatWorkspace.SPECIES;
import static dev.brisk.kernel.vector.FloatWorkspace.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * Rows of a batch times a panel, added to rows of another batch. A tile is five rows by the two
 * vectors of the panel's width: ten sums, enough for two units of four cycles each, and seven loads
 * for ten {@code fma}.
 */
final class FloatTiles {
  private FloatTiles() {}

  /**
   * {@code out[r][at + j] += sum over i of x[xFrom + r][xAt + i] * panel[i * WIDTH + j]} for the
   * rows {@code r} in {@code [from, to)}, {@code i} in {@code [0, depth)} and {@code j} in {@code
   * [0, width)}. Sums of a panel that is not filled are brought to a place of their own.
   */
  static void add(
      FloatWorkspace space,
      int depth,
      float[][] x,
      int xFrom,
      int xAt,
      float[][] out,
      int at,
      int width,
      int from,
      int to) {
    for (int r = from; r < to; r += ROWS) {
      int last = Math.min(r + ROWS, to) - 1;
      if (width == WIDTH) {
        tile(space.panel, depth, x, xFrom, xAt, out, r, last, at);
      } else {
        float[][] edge = space.edgeRows;
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
      float[] panel,
      int depth,
      float[][] x,
      int xFrom,
      int xAt,
      float[][] out,
      int r,
      int last,
      int at) {
    float[] row = out[r];
    FloatVector a0 = FloatVector.fromArray(SPECIES, row, at);
    FloatVector a1 = FloatVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 1, last)];
    FloatVector b0 = FloatVector.fromArray(SPECIES, row, at);
    FloatVector b1 = FloatVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 2, last)];
    FloatVector c0 = FloatVector.fromArray(SPECIES, row, at);
    FloatVector c1 = FloatVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 3, last)];
    FloatVector d0 = FloatVector.fromArray(SPECIES, row, at);
    FloatVector d1 = FloatVector.fromArray(SPECIES, row, at + LANES);
    row = out[Math.min(r + 4, last)];
    FloatVector e0 = FloatVector.fromArray(SPECIES, row, at);
    FloatVector e1 = FloatVector.fromArray(SPECIES, row, at + LANES);
    float[] xA = x[xFrom + r];
    float[] xB = x[xFrom + Math.min(r + 1, last)];
    float[] xC = x[xFrom + Math.min(r + 2, last)];
    float[] xD = x[xFrom + Math.min(r + 3, last)];
    float[] xE = x[xFrom + Math.min(r + 4, last)];
    for (int i = 0; i < depth; i++) {
      int p = i * WIDTH;
      FloatVector v0 = FloatVector.fromArray(SPECIES, panel, p);
      FloatVector v1 = FloatVector.fromArray(SPECIES, panel, p + LANES);
      FloatVector f = FloatVector.broadcast(SPECIES, xA[xAt + i]);
      a0 = v0.fma(f, a0);
      a1 = v1.fma(f, a1);
      f = FloatVector.broadcast(SPECIES, xB[xAt + i]);
      b0 = v0.fma(f, b0);
      b1 = v1.fma(f, b1);
      f = FloatVector.broadcast(SPECIES, xC[xAt + i]);
      c0 = v0.fma(f, c0);
      c1 = v1.fma(f, c1);
      Fence.keepLoadsInPlace();
      f = FloatVector.broadcast(SPECIES, xD[xAt + i]);
      d0 = v0.fma(f, d0);
      d1 = v1.fma(f, d1);
      f = FloatVector.broadcast(SPECIES, xE[xAt + i]);
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
