package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.FloatWorkspace.DEPTH;
import static dev.brisk.kernel.vector.FloatWorkspace.LANES;
import static dev.brisk.kernel.vector.FloatWorkspace.SPECIES;
import static dev.brisk.kernel.vector.FloatWorkspace.WIDTH;

import jdk.incubator.vector.FloatVector;

/**
 * The derivative by the input: a panel of the weights, three vectors wide, is copied and then taken
 * by three examples at a time, nine sums. At the right edge the panel is filled up with 0 and the
 * sums are brought to a place of their own. With few examples or outputs that does not pay; four
 * rows of the weights at a time then add to the row of each example.
 */
final class FloatByInput {
  private static final int LEAST_EXAMPLES = 4;
  private static final int LEAST_OUTS = 24;

  // The rows of as many examples stay in the second-level cache; a multiple of those of a tile.
  private static final int EXAMPLES = 96;

  private FloatByInput() {}

  static void batch(
      float[] weights, int outs, int ins, float[][] dOut, float[][] dIn, int from, int to) {
    if (to - from < LEAST_EXAMPLES || outs < LEAST_OUTS) {
      for (int e = from; e < to; e++) {
        one(weights, outs, ins, dOut[e], dIn[e]);
      }
      return;
    }
    FloatWorkspace space = FloatWorkspace.ofThread();
    for (int e = from; e < to; e += EXAMPLES) {
      int end = Math.min(e + EXAMPLES, to);
      for (int k = 0; k < ins; k += WIDTH) {
        int width = Math.min(WIDTH, ins - k);
        for (int o = 0; o < outs; o += DEPTH) {
          int depth = Math.min(DEPTH, outs - o);
          FloatPanel.copy(weights, o * ins + k, ins, depth, width, space.panel);
          columns(space, depth, o, dOut, dIn, e, end, k, width);
        }
      }
    }
  }

  private static void columns(
      FloatWorkspace space,
      int depth,
      int o,
      float[][] dOut,
      float[][] dIn,
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
      FloatWorkspace space,
      int depth,
      int o,
      float[] x,
      float[] y,
      float[] z,
      float[] dX,
      float[] dY,
      float[] dZ,
      int k,
      int width) {
    float[] edge = space.edge;
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
      float[] panel,
      int depth,
      int o,
      float[] x,
      float[] y,
      float[] z,
      float[] dX,
      int atX,
      float[] dY,
      int atY,
      float[] dZ,
      int atZ) {
    FloatVector x0 = FloatVector.fromArray(SPECIES, dX, atX);
    FloatVector x1 = FloatVector.fromArray(SPECIES, dX, atX + LANES);
    FloatVector x2 = FloatVector.fromArray(SPECIES, dX, atX + 2 * LANES);
    FloatVector y0 = FloatVector.fromArray(SPECIES, dY, atY);
    FloatVector y1 = FloatVector.fromArray(SPECIES, dY, atY + LANES);
    FloatVector y2 = FloatVector.fromArray(SPECIES, dY, atY + 2 * LANES);
    FloatVector z0 = FloatVector.fromArray(SPECIES, dZ, atZ);
    FloatVector z1 = FloatVector.fromArray(SPECIES, dZ, atZ + LANES);
    FloatVector z2 = FloatVector.fromArray(SPECIES, dZ, atZ + 2 * LANES);
    for (int i = 0; i < depth; i++) {
      int at = i * WIDTH;
      FloatVector w0 = FloatVector.fromArray(SPECIES, panel, at);
      FloatVector w1 = FloatVector.fromArray(SPECIES, panel, at + LANES);
      FloatVector w2 = FloatVector.fromArray(SPECIES, panel, at + 2 * LANES);
      FloatVector d = FloatVector.broadcast(SPECIES, x[o + i]);
      x0 = w0.fma(d, x0);
      x1 = w1.fma(d, x1);
      x2 = w2.fma(d, x2);
      d = FloatVector.broadcast(SPECIES, y[o + i]);
      y0 = w0.fma(d, y0);
      y1 = w1.fma(d, y1);
      y2 = w2.fma(d, y2);
      d = FloatVector.broadcast(SPECIES, z[o + i]);
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

  static void one(float[] weights, int outs, int ins, float[] dOut, float[] dIn) {
    int o = 0;
    for (; o + 4 <= outs; o += 4) {
      rows(weights, o * ins, ins, dOut[o], dOut[o + 1], dOut[o + 2], dOut[o + 3], dIn);
    }
    for (; o < outs; o++) {
      FloatPanel.add(dOut[o], weights, o * ins, dIn, 0, ins);
    }
  }

  private static void rows(
      float[] weights, int at, int ins, float a, float b, float c, float d, float[] dIn) {
    int at1 = at + ins;
    int at2 = at1 + ins;
    int at3 = at2 + ins;
    FloatVector va = FloatVector.broadcast(SPECIES, a);
    FloatVector vb = FloatVector.broadcast(SPECIES, b);
    FloatVector vc = FloatVector.broadcast(SPECIES, c);
    FloatVector vd = FloatVector.broadcast(SPECIES, d);
    int k = 0;
    for (; k <= ins - 2 * LANES; k += 2 * LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, dIn, k);
      sum = FloatVector.fromArray(SPECIES, weights, at + k).fma(va, sum);
      sum = FloatVector.fromArray(SPECIES, weights, at1 + k).fma(vb, sum);
      sum = FloatVector.fromArray(SPECIES, weights, at2 + k).fma(vc, sum);
      sum = FloatVector.fromArray(SPECIES, weights, at3 + k).fma(vd, sum);
      sum.intoArray(dIn, k);
      FloatVector next = FloatVector.fromArray(SPECIES, dIn, k + LANES);
      next = FloatVector.fromArray(SPECIES, weights, at + k + LANES).fma(va, next);
      next = FloatVector.fromArray(SPECIES, weights, at1 + k + LANES).fma(vb, next);
      next = FloatVector.fromArray(SPECIES, weights, at2 + k + LANES).fma(vc, next);
      next = FloatVector.fromArray(SPECIES, weights, at3 + k + LANES).fma(vd, next);
      next.intoArray(dIn, k + LANES);
    }
    for (; k <= ins - LANES; k += LANES) {
      FloatVector sum = FloatVector.fromArray(SPECIES, dIn, k);
      sum = FloatVector.fromArray(SPECIES, weights, at + k).fma(va, sum);
      sum = FloatVector.fromArray(SPECIES, weights, at1 + k).fma(vb, sum);
      sum = FloatVector.fromArray(SPECIES, weights, at2 + k).fma(vc, sum);
      sum = FloatVector.fromArray(SPECIES, weights, at3 + k).fma(vd, sum);
      sum.intoArray(dIn, k);
    }
    for (; k < ins; k++) {
      float sum = Math.fma(b, weights[at1 + k], Math.fma(a, weights[at + k], dIn[k]));
      dIn[k] = Math.fma(d, weights[at3 + k], Math.fma(c, weights[at2 + k], sum));
    }
  }
}
