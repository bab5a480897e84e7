package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.DEPTH;
import static dev.brisk.kernel.vector.FloatWorkspace.LANES;
import static dev.brisk.kernel.vector.FloatWorkspace.SPECIES;
import static dev.brisk.kernel.vector.FloatWorkspace.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The derivative by the weights: a panel of the input, three vectors wide, is copied and then taken
 * by three rows of weights at a time, nine sums. At the right edge the panel is filled up with 0
 * and the sums are brought to a place of their own. Rows left over are taken one by one, and so are
 * examples, if there are few.
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
      for (int k = 0; k < ins; k += WIDTH) {
        int width = Math.min(WIDTH, ins - k);
        FloatPanel.copy(in, inFrom + e, k, depth, width, space.panel);
        for (int o = rowFrom; o < rowTo; o += 3) {
          int rows = Math.min(3, rowTo - o);
          int start = at + (o - rowFrom) * ins + k;
          if (width == WIDTH) {
            rows(space.panel, dOut, e, depth, o, rows, dWeights, start, ins);
          } else {
            move(rows, dWeights, start, ins, space.edge, 0, WIDTH, width);
            rows(space.panel, dOut, e, depth, o, rows, space.edge, 0, WIDTH);
            move(rows, space.edge, 0, WIDTH, dWeights, start, ins, width);
          }
        }
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

  private static void rows(
      float[] panel,
      float[][] dOut,
      int e,
      int depth,
      int o,
      int rows,
      float[] sums,
      int at,
      int stride) {
    if (rows == 3) {
      tile(panel, dOut, e, depth, o, sums, at, at + stride, at + 2 * stride);
    } else {
      for (int r = 0; r < rows; r++) {
        row(panel, dOut, e, depth, o + r, sums, at + r * stride);
      }
    }
  }

  /** Three rows of weights by the columns of the panel. */
  private static void tile(
      float[] panel,
      float[][] dOut,
      int e,
      int depth,
      int o,
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
      float[] d = dOut[e + i];
      FloatVector v0 = FloatVector.fromArray(SPECIES, panel, at);
      FloatVector v1 = FloatVector.fromArray(SPECIES, panel, at + LANES);
      FloatVector v2 = FloatVector.fromArray(SPECIES, panel, at + 2 * LANES);
      FloatVector f = FloatVector.broadcast(SPECIES, d[o]);
      x0 = v0.fma(f, x0);
      x1 = v1.fma(f, x1);
      x2 = v2.fma(f, x2);
      f = FloatVector.broadcast(SPECIES, d[o + 1]);
      y0 = v0.fma(f, y0);
      y1 = v1.fma(f, y1);
      y2 = v2.fma(f, y2);
      f = FloatVector.broadcast(SPECIES, d[o + 2]);
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

  private static void row(
      float[] panel, float[][] dOut, int e, int depth, int o, float[] sums, int at) {
    FloatVector s0 = FloatVector.fromArray(SPECIES, sums, at);
    FloatVector s1 = FloatVector.fromArray(SPECIES, sums, at + LANES);
    FloatVector s2 = FloatVector.fromArray(SPECIES, sums, at + 2 * LANES);
    for (int i = 0; i < depth; i++) {
      int from = i * WIDTH;
      FloatVector f = FloatVector.broadcast(SPECIES, dOut[e + i][o]);
      s0 = FloatVector.fromArray(SPECIES, panel, from).fma(f, s0);
      s1 = FloatVector.fromArray(SPECIES, panel, from + LANES).fma(f, s1);
      s2 = FloatVector.fromArray(SPECIES, panel, from + 2 * LANES).fma(f, s2);
    }
    s0.intoArray(sums, at);
    s1.intoArray(sums, at + LANES);
    s2.intoArray(sums, at + 2 * LANES);
  }
}
