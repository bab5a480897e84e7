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

  // The rows of as many examples stay in the second-level cache; a multiple of the rows of a tile.
  private static final int EXAMPLES = 95;

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
          DoubleTiles.add(space, depth, dOut, 0, o, dIn, k, width, e, end);
        }
      }
    }
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
