package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.DEPTH;
import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;
import static dev.brisk.kernel.vector.DoubleWorkspace.WIDTH;

import jdk.incubator.vector.DoubleVector;

/**
 * The derivative by the input: a panel of the weights, three vectors wide, is copied and then taken
 * by three examples at a time, nine sums. At the right edge the panel is filled up with 0 and the
 * sums are brought to a place of their own. With few examples or outputs that does not pay; four
 * rows of the weights at a time then add to the row of each example.
 */
final class DoubleByInput {
  private static final int LEAST_EXAMPLES = 4;
  private static final int LEAST_OUTS = 24;

  // The rows of as many examples stay in the second-level cache; a multiple of those of a tile.
  private static final int EXAMPLES = 96;

  private DoubleByInput() {}

  static void batch(
      double[] weights, int outs, int ins, double[][] dOut, double[][] dIn, int from, int to) {
    if (to - from < LEAST_EXAMPLES || outs < LEAST_OUTS) {
      for (int e = from; e < to; e++) {
        one(weights, outs, ins, dOut[e], dIn[e]);
      }
      return;
    }
    DoubleWorkspace space = DoubleWorkspace.ofThread();
    for (int e = from; e < to; e += EXAMPLES) {
      int end = Math.min(e + EXAMPLES, to);
      for (int k = 0; k < ins; k += WIDTH) {
        int width = Math.min(WIDTH, ins - k);
        for (int o = 0; o < outs; o += DEPTH) {
          int depth = Math.min(DEPTH, outs - o);
          DoublePanel.copy(weights, o * ins + k, ins, depth, width, space.panel);
          columns(space, depth, o, dOut, dIn, e, end, k, width);
        }
      }
    }
  }

  private static void columns(
      DoubleWorkspace space,
      int depth,
      int o,
      double[][] dOut,
      double[][] dIn,
      int from,
      int to,
      int k,
      int width) {
    for (int e = from; e < to; e += 3) {
      int f = Math.min(e + 1, to - 1);
      int g = Math.min(e + 2, to - 1);
      if (width == WIDTH) {
        tile(space.panel, depth, o, dOut[e], dOut[f], dOut[g], dIn[e], k, dIn[f], k, dIn[g], k);
      } else {
        edge(space, depth, o, dOut[e], dOut[f], dOut[g], dIn[e], dIn[f], dIn[g], k, width);
      }
    }
  }

  private static void edge(
      DoubleWorkspace space,
      int depth,
      int o,
      double[] x,
      double[] y,
      double[] z,
      double[] dX,
      double[] dY,
      double[] dZ,
      int k,
      int width) {
    double[] edge = space.edge;
    System.arraycopy(dX, k, edge, 0, width);
    System.arraycopy(dY, k, edge, WIDTH, width);
    System.arraycopy(dZ, k, edge, 2 * WIDTH, width);
    tile(space.panel, depth, o, x, y, z, edge, 0, edge, WIDTH, edge, 2 * WIDTH);
    System.arraycopy(edge, 0, dX, k, width);
    System.arraycopy(edge, WIDTH, dY, k, width);
    System.arraycopy(edge, 2 * WIDTH, dZ, k, width);
  }

  /** Three examples, which may be the same, by the columns of the panel. */
  private static void tile(
      double[] panel,
      int depth,
      int o,
      double[] x,
      double[] y,
      double[] z,
      double[] dX,
      int atX,
      double[] dY,
      int atY,
      double[] dZ,
      int atZ) {
    DoubleVector x0 = DoubleVector.fromArray(SPECIES, dX, atX);
    DoubleVector x1 = DoubleVector.fromArray(SPECIES, dX, atX + LANES);
    DoubleVector x2 = DoubleVector.fromArray(SPECIES, dX, atX + 2 * LANES);
    DoubleVector y0 = DoubleVector.fromArray(SPECIES, dY, atY);
    DoubleVector y1 = DoubleVector.fromArray(SPECIES, dY, atY + LANES);
    DoubleVector y2 = DoubleVector.fromArray(SPECIES, dY, atY + 2 * LANES);
    DoubleVector z0 = DoubleVector.fromArray(SPECIES, dZ, atZ);
    DoubleVector z1 = DoubleVector.fromArray(SPECIES, dZ, atZ + LANES);
    DoubleVector z2 = DoubleVector.fromArray(SPECIES, dZ, atZ + 2 * LANES);
    for (int i = 0; i < depth; i++) {
      int at = i * WIDTH;
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, panel, at);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, panel, at + LANES);
      DoubleVector w2 = DoubleVector.fromArray(SPECIES, panel, at + 2 * LANES);
      DoubleVector d = DoubleVector.broadcast(SPECIES, x[o + i]);
      x0 = w0.fma(d, x0);
      x1 = w1.fma(d, x1);
      x2 = w2.fma(d, x2);
      d = DoubleVector.broadcast(SPECIES, y[o + i]);
      y0 = w0.fma(d, y0);
      y1 = w1.fma(d, y1);
      y2 = w2.fma(d, y2);
      d = DoubleVector.broadcast(SPECIES, z[o + i]);
      z0 = w0.fma(d, z0);
      z1 = w1.fma(d, z1);
      z2 = w2.fma(d, z2);
      Fence.keepLoadsInPlace();
    }
    x0.intoArray(dX, atX);
    x1.intoArray(dX, atX + LANES);
    x2.intoArray(dX, atX + 2 * LANES);
    y0.intoArray(dY, atY);
    y1.intoArray(dY, atY + LANES);
    y2.intoArray(dY, atY + 2 * LANES);
    z0.intoArray(dZ, atZ);
    z1.intoArray(dZ, atZ + LANES);
    z2.intoArray(dZ, atZ + 2 * LANES);
  }

  static void one(double[] weights, int outs, int ins, double[] dOut, double[] dIn) {
    int o = 0;
    for (; o + 4 <= outs; o += 4) {
      rows(weights, o * ins, ins, dOut[o], dOut[o + 1], dOut[o + 2], dOut[o + 3], dIn);
    }
    for (; o < outs; o++) {
      DoublePanel.add(dOut[o], weights, o * ins, dIn, 0, ins);
    }
  }

  private static void rows(
      double[] weights, int at, int ins, double a, double b, double c, double d, double[] dIn) {
    int at1 = at + ins;
    int at2 = at1 + ins;
    int at3 = at2 + ins;
    DoubleVector va = DoubleVector.broadcast(SPECIES, a);
    DoubleVector vb = DoubleVector.broadcast(SPECIES, b);
    DoubleVector vc = DoubleVector.broadcast(SPECIES, c);
    DoubleVector vd = DoubleVector.broadcast(SPECIES, d);
    int k = 0;
    for (; k <= ins - 2 * LANES; k += 2 * LANES) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, dIn, k);
      sum = DoubleVector.fromArray(SPECIES, weights, at + k).fma(va, sum);
      sum = DoubleVector.fromArray(SPECIES, weights, at1 + k).fma(vb, sum);
      sum = DoubleVector.fromArray(SPECIES, weights, at2 + k).fma(vc, sum);
      sum = DoubleVector.fromArray(SPECIES, weights, at3 + k).fma(vd, sum);
      sum.intoArray(dIn, k);
      DoubleVector next = DoubleVector.fromArray(SPECIES, dIn, k + LANES);
      next = DoubleVector.fromArray(SPECIES, weights, at + k + LANES).fma(va, next);
      next = DoubleVector.fromArray(SPECIES, weights, at1 + k + LANES).fma(vb, next);
      next = DoubleVector.fromArray(SPECIES, weights, at2 + k + LANES).fma(vc, next);
      next = DoubleVector.fromArray(SPECIES, weights, at3 + k + LANES).fma(vd, next);
      next.intoArray(dIn, k + LANES);
    }
    for (; k <= ins - LANES; k += LANES) {
      DoubleVector sum = DoubleVector.fromArray(SPECIES, dIn, k);
      sum = DoubleVector.fromArray(SPECIES, weights, at + k).fma(va, sum);
      sum = DoubleVector.fromArray(SPECIES, weights, at1 + k).fma(vb, sum);
      sum = DoubleVector.fromArray(SPECIES, weights, at2 + k).fma(vc, sum);
      sum = DoubleVector.fromArray(SPECIES, weights, at3 + k).fma(vd, sum);
      sum.intoArray(dIn, k);
    }
    for (; k < ins; k++) {
      double sum = Math.fma(b, weights[at1 + k], Math.fma(a, weights[at + k], dIn[k]));
      dIn[k] = Math.fma(d, weights[at3 + k], Math.fma(c, weights[at2 + k], sum));
    }
  }
}
