package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.DEPTH;
import static dev.brisk.kernel.vector.FloatWorkspace.LANES;
import static dev.brisk.kernel.vector.FloatWorkspace.SPECIES;
import static dev.brisk.kernel.vector.FloatWorkspace.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The derivative by the weights: a panel of the input, three vectors wide, is copied and then taken
 * by three rows of weights at a time, nine sums. At the right and the lower edge they are brought
 * to a place of their own; the panel is filled up with 0. With few examples it does not pay to
 * copy; each is then added to every row.
 */
final class FloatByWeights {
  private static final int LEAST_EXAMPLES = 4;

  private FloatByWeights() {}

  static void batch(
      float[][] dOut,
      float[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      float[] dWeights,
      int at) {
    if (examples < LEAST_EXAMPLES) {
      for (int e = 0; e < examples; e++) {
        one(dOut[e], in[inFrom + e], rowFrom, rowTo, ins, dWeights, at);
      }
      return;
    }
    FloatWorkspace space = FloatWorkspace.ofThread();
    for (int e = 0; e < examples; e += DEPTH) {
      int depth = Math.min(DEPTH, examples - e);
      float[] factors = space.factors((rowTo - rowFrom + 2) * DEPTH);
      copy(dOut, e, depth, rowFrom, rowTo, factors);
      for (int k = 0; k < ins; k += WIDTH) {
        int width = Math.min(WIDTH, ins - k);
        FloatPanel.copy(in, inFrom + e, k, depth, width, space.panel);
        for (int r = 0; r < rowTo - rowFrom; r += 3) {
          int rows = Math.min(3, rowTo - rowFrom - r);
          int start = at + r * ins + k;
          if (width == WIDTH && rows == 3) {
            tile(
                space.panel,
                factors,
                r * DEPTH,
                depth,
                dWeights,
                start,
                start + ins,
                start + 2 * ins);
          } else {
            move(rows, dWeights, start, ins, space.edge, 0, WIDTH, width);
            tile(space.panel, factors, r * DEPTH, depth, space.edge, 0, WIDTH, 2 * WIDTH);
            move(rows, space.edge, 0, WIDTH, dWeights, start, ins, width);
          }
        }
      }
    }
  }

  /** The derivatives by the outputs, in the order in which tiles read them. */
  private static void copy(
      float[][] dOut, int from, int depth, int rowFrom, int rowTo, float[] factors) {
    for (int i = 0; i < depth; i++) {
      float[] d = dOut[from + i];
      int at = 3 * i;
      int o = rowFrom;
      for (; o + 3 <= rowTo; o += 3, at += 3 * DEPTH) {
        factors[at] = d[o];
        factors[at + 1] = d[o + 1];
        factors[at + 2] = d[o + 2];
      }
      for (; o < rowTo; o++, at++) {
        factors[at] = d[o];
      }
    }
  }

  static void one(
      float[] dOut, float[] in, int rowFrom, int rowTo, int ins, float[] dWeights, int at) {
    for (int o = rowFrom; o < rowTo; o++) {
      FloatPanel.add(dOut[o], in, 0, dWeights, at + (o - rowFrom) * ins, ins);
    }
  }

  private static void move(
      int rows,
      float[] from,
      int fromAt,
      int fromStride,
      float[] to,
      int toAt,
      int toStride,
      int n) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, fromAt + r * fromStride, to, toAt + r * toStride, n);
    }
  }

  /** Three rows of weights by the columns of the panel. */
  private static void tile(
      float[] panel,
      float[] factors,
      int from,
      int depth,
      float[] sums,
      int atX,
      int atY,
      int atZ) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, sums, atX);
    FloatVector x1 = FloatVector.fromArray(SPECIES, sums, atX + LANES);
    FloatVector x2 = FloatVector.fromArray(SPECIES, sums, atX + 2 * LANES);
    FloatVector y0 = FloatVector.fromArray(SPECIES, sums, atY);
    FloatVector y1 = FloatVector.fromArray(SPECIES, sums, atY + LANES);
    FloatVector y2 = FloatVector.fromArray(SPECIES, sums, atY + 2 * LANES);
    FloatVector z0 = FloatVector.fromArray(SPECIES, sums, atZ);
    FloatVector z1 = FloatVector.fromArray(SPECIES, sums, atZ + LANES);
    FloatVector z2 = FloatVector.fromArray(SPECIES, sums, atZ + 2 * LANES);
    for (int i = 0; i < depth; i++) {
      int at = i * WIDTH;
      int row = from + 3 * i;
      FloatVector v0 = FloatVector.fromArray(SPECIES, panel, at);
      FloatVector v1 = FloatVector.fromArray(SPECIES, panel, at + LANES);
      FloatVector v2 = FloatVector.fromArray(SPECIES, panel, at + 2 * LANES);
      FloatVector f = FloatVector.broadcast(SPECIES, factors[row]);
      x0 = v0.fma(f, x0);
      x1 = v1.fma(f, x1);
      x2 = v2.fma(f, x2);
      f = FloatVector.broadcast(SPECIES, factors[row + 1]);
      y0 = v0.fma(f, y0);
      y1 = v1.fma(f, y1);
      y2 = v2.fma(f, y2);
      f = FloatVector.broadcast(SPECIES, factors[row + 2]);
      z0 = v0.fma(f, z0);
      z1 = v1.fma(f, z1);
      z2 = v2.fma(f, z2);
    }
    x0.intoArray(sums, atX);
    x1.intoArray(sums, atX + LANES);
    x2.intoArray(sums, atX + 2 * LANES);
    y0.intoArray(sums, atY);
    y1.intoArray(sums, atY + LANES);
    y2.intoArray(sums, atY + 2 * LANES);
    z0.intoArray(sums, atZ);
    z1.intoArray(sums, atZ + LANES);
    z2.intoArray(sums, atZ + 2 * LANES);
  }
}
