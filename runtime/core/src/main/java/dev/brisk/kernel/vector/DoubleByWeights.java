package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.DEPTH;
import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;
import static dev.brisk.kernel.vector.DoubleWorkspace.WIDTH;

import jdk.incubator.vector.DoubleVector;

/**
 * The derivative by the weights: a panel of the input, three vectors wide, is copied and then taken
 * by three rows of weights at a time, nine sums. At the right edge the panel is filled up with 0
 * and the sums are brought to a place of their own. Rows left over are taken one by one, and so are
 * examples, if there are few.
 */
final class DoubleByWeights {
  private static final int LEAST_EXAMPLES = 4;

  private DoubleByWeights() {}

  static void batch(
      double[][] dOut,
      double[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      double[] dWeights,
      int at) {
    if (examples < LEAST_EXAMPLES) {
      for (int e = 0; e < examples; e++) {
        one(dOut[e], in[inFrom + e], rowFrom, rowTo, ins, dWeights, at);
      }
      return;
    }
    DoubleWorkspace space = DoubleWorkspace.ofThread();
    for (int e = 0; e < examples; e += DEPTH) {
      int depth = Math.min(DEPTH, examples - e);
      for (int k = 0; k < ins; k += WIDTH) {
        int width = Math.min(WIDTH, ins - k);
        DoublePanel.copy(in, inFrom + e, k, depth, width, space.panel);
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
      double[] dOut, double[] in, int rowFrom, int rowTo, int ins, double[] dWeights, int at) {
    for (int o = rowFrom; o < rowTo; o++) {
      DoublePanel.add(dOut[o], in, 0, dWeights, at + (o - rowFrom) * ins, ins);
    }
  }

  private static void move(
      int rows,
      double[] from,
      int fromAt,
      int fromStride,
      double[] to,
      int toAt,
      int toStride,
      int n) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(from, fromAt + r * fromStride, to, toAt + r * toStride, n);
    }
  }

  private static void rows(
      double[] panel,
      double[][] dOut,
      int e,
      int depth,
      int o,
      int rows,
      double[] sums,
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
      double[] panel,
      double[][] dOut,
      int e,
      int depth,
      int o,
      double[] sums,
      int atX,
      int atY,
      int atZ) {
    DoubleVector x0 = DoubleVector.fromArray(SPECIES, sums, atX);
    DoubleVector x1 = DoubleVector.fromArray(SPECIES, sums, atX + LANES);
    DoubleVector x2 = DoubleVector.fromArray(SPECIES, sums, atX + 2 * LANES);
    DoubleVector y0 = DoubleVector.fromArray(SPECIES, sums, atY);
    DoubleVector y1 = DoubleVector.fromArray(SPECIES, sums, atY + LANES);
    DoubleVector y2 = DoubleVector.fromArray(SPECIES, sums, atY + 2 * LANES);
    DoubleVector z0 = DoubleVector.fromArray(SPECIES, sums, atZ);
    DoubleVector z1 = DoubleVector.fromArray(SPECIES, sums, atZ + LANES);
    DoubleVector z2 = DoubleVector.fromArray(SPECIES, sums, atZ + 2 * LANES);
    for (int i = 0; i < depth; i++) {
      int at = i * WIDTH;
      double[] d = dOut[e + i];
      DoubleVector v0 = DoubleVector.fromArray(SPECIES, panel, at);
      DoubleVector v1 = DoubleVector.fromArray(SPECIES, panel, at + LANES);
      DoubleVector v2 = DoubleVector.fromArray(SPECIES, panel, at + 2 * LANES);
      DoubleVector f = DoubleVector.broadcast(SPECIES, d[o]);
      x0 = v0.fma(f, x0);
      x1 = v1.fma(f, x1);
      x2 = v2.fma(f, x2);
      f = DoubleVector.broadcast(SPECIES, d[o + 1]);
      y0 = v0.fma(f, y0);
      y1 = v1.fma(f, y1);
      y2 = v2.fma(f, y2);
      f = DoubleVector.broadcast(SPECIES, d[o + 2]);
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
      double[] panel, double[][] dOut, int e, int depth, int o, double[] sums, int at) {
    DoubleVector s0 = DoubleVector.fromArray(SPECIES, sums, at);
    DoubleVector s1 = DoubleVector.fromArray(SPECIES, sums, at + LANES);
    DoubleVector s2 = DoubleVector.fromArray(SPECIES, sums, at + 2 * LANES);
    for (int i = 0; i < depth; i++) {
      int from = i * WIDTH;
      DoubleVector f = DoubleVector.broadcast(SPECIES, dOut[e + i][o]);
      s0 = DoubleVector.fromArray(SPECIES, panel, from).fma(f, s0);
      s1 = DoubleVector.fromArray(SPECIES, panel, from + LANES).fma(f, s1);
      s2 = DoubleVector.fromArray(SPECIES, panel, from + 2 * LANES).fma(f, s2);
    }
    s0.intoArray(sums, at);
    s1.intoArray(sums, at + LANES);
    s2.intoArray(sums, at + 2 * LANES);
  }
}
