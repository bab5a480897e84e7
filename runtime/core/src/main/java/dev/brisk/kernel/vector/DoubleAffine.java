package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;

import jdk.incubator.vector.DoubleVector;
import org.jspecify.annotations.Nullable;

/**
 * The affine map: inner products of rows of the input with rows of the weights, as they lie; or,
 * for many examples, {@link DoubleTransposed}.
 *
 * <p>An element's sum is kept in the lanes of one vector, lane {@code i} taking the products whose
 * index leaves the remainder {@code i} by the number of lanes. The lanes are then added as a
 * balanced tree, {@code i} to {@code i} plus half their number, by plain additions (the order of
 * {@code reduceLanes} is not specified), and then the bias. The ends of rows that do not fill a
 * vector are copied to where they can be filled up with 0.
 *
 * <p>A tile is two examples by five outputs: ten sums, enough for two units of four cycles each,
 * and seven loads for ten {@code fma}.
 */
final class DoubleAffine {
  /** Sums of a tile. */
  static final int TILE = 10;

  static final int OUTS = 5;

  // The rows of as many examples stay in the second-level cache while all weights pass.
  static final int EXAMPLES = 64;

  private DoubleAffine() {}

  static void batch(
      double[] weights,
      double @Nullable [] bias,
      int outs,
      int ins,
      double[][] in,
      int inFrom,
      int examples,
      double[][] out,
      int from,
      int to) {
    if (DoubleTransposed.pays(outs, ins, examples)) {
      DoubleTransposed.batch(weights, bias, outs, ins, in, inFrom, out, from, to);
      return;
    }
    DoubleWorkspace space = DoubleWorkspace.ofThread();
    for (int block = from; block < to; block += EXAMPLES) {
      int end = Math.min(block + EXAMPLES, to);
      for (int e = block; e < end; e++) {
        copyTail(in[inFrom + e], 0, ins, space.tails, OUTS + e - block);
      }
      for (int o = 0; o < outs; o += OUTS) {
        copyTails(weights, o, outs, ins, space.tails);
        for (int e = block; e < end; e += 2) {
          int f = Math.min(e + 1, end - 1);
          int xTail = OUTS + e - block;
          int yTail = OUTS + f - block;
          tile(weights, o, outs, ins, in[inFrom + e], xTail, in[inFrom + f], yTail, space);
          finish(space.sums, 0, bias, o, outs, out[e]);
          finish(space.sums, OUTS * LANES, bias, o, outs, out[f]);
        }
      }
    }
  }

  static void one(
      double[] weights, double @Nullable [] bias, int outs, int ins, double[] in, double[] out) {
    DoubleWorkspace space = DoubleWorkspace.ofThread();
    copyTail(in, 0, ins, space.tails, OUTS);
    for (int o = 0; o < outs; o += OUTS) {
      copyTails(weights, o, outs, ins, space.tails);
      tile(weights, o, outs, ins, in, OUTS, in, OUTS, space);
      finish(space.sums, 0, bias, o, outs, out);
    }
  }

  private static void copyTails(double[] weights, int o, int outs, int ins, double[] tails) {
    for (int i = 0; i < OUTS; i++) {
      copyTail(weights, Math.min(o + i, outs - 1) * ins, ins, tails, i);
    }
  }

  /** Copies what a row of {@code ins} elements has beyond its last full vector. */
  private static void copyTail(double[] array, int row, int ins, double[] tails, int index) {
    int bound = SPECIES.loopBound(ins);
    if (bound < ins) {
      int at = index * LANES;
      int n = ins - bound;
      for (int i = 0; i < n; i++) {
        tails[at + i] = array[row + bound + i];
      }
      for (int i = n; i < LANES; i++) {
        tails[at + i] = 0;
      }
    }
  }

  /** Five outputs of two examples; at an edge the last output again. */
  private static void tile(
      double[] weights,
      int o,
      int outs,
      int ins,
      double[] x,
      int xTail,
      double[] y,
      int yTail,
      DoubleWorkspace space) {
    int last = outs - 1;
    int at0 = o * ins;
    int at1 = Math.min(o + 1, last) * ins;
    int at2 = Math.min(o + 2, last) * ins;
    int at3 = Math.min(o + 3, last) * ins;
    int at4 = Math.min(o + 4, last) * ins;
    DoubleVector x0 = DoubleVector.zero(SPECIES);
    DoubleVector x1 = x0;
    DoubleVector x2 = x0;
    DoubleVector x3 = x0;
    DoubleVector x4 = x0;
    DoubleVector y0 = x0;
    DoubleVector y1 = x0;
    DoubleVector y2 = x0;
    DoubleVector y3 = x0;
    DoubleVector y4 = x0;
    int bound = SPECIES.loopBound(ins);
    for (int k = 0; k < bound; k += LANES) {
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, weights, at0 + k);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, weights, at1 + k);
      DoubleVector w2 = DoubleVector.fromArray(SPECIES, weights, at2 + k);
      DoubleVector w3 = DoubleVector.fromArray(SPECIES, weights, at3 + k);
      DoubleVector w4 = DoubleVector.fromArray(SPECIES, weights, at4 + k);
      DoubleVector v = DoubleVector.fromArray(SPECIES, x, k);
      x0 = v.fma(w0, x0);
      x1 = v.fma(w1, x1);
      x2 = v.fma(w2, x2);
      x3 = v.fma(w3, x3);
      x4 = v.fma(w4, x4);
      v = DoubleVector.fromArray(SPECIES, y, k);
      y0 = v.fma(w0, y0);
      y1 = v.fma(w1, y1);
      y2 = v.fma(w2, y2);
      y3 = v.fma(w3, y3);
      y4 = v.fma(w4, y4);
      Fence.keepLoadsInPlace();
    }
    if (bound < ins) {
      double[] tails = space.tails;
      DoubleVector w0 = DoubleVector.fromArray(SPECIES, tails, 0);
      DoubleVector w1 = DoubleVector.fromArray(SPECIES, tails, LANES);
      DoubleVector w2 = DoubleVector.fromArray(SPECIES, tails, 2 * LANES);
      DoubleVector w3 = DoubleVector.fromArray(SPECIES, tails, 3 * LANES);
      DoubleVector w4 = DoubleVector.fromArray(SPECIES, tails, 4 * LANES);
      DoubleVector v = DoubleVector.fromArray(SPECIES, tails, xTail * LANES);
      x0 = v.fma(w0, x0);
      x1 = v.fma(w1, x1);
      x2 = v.fma(w2, x2);
      x3 = v.fma(w3, x3);
      x4 = v.fma(w4, x4);
      v = DoubleVector.fromArray(SPECIES, tails, yTail * LANES);
      y0 = v.fma(w0, y0);
      y1 = v.fma(w1, y1);
      y2 = v.fma(w2, y2);
      y3 = v.fma(w3, y3);
      y4 = v.fma(w4, y4);
    }
    double[] sums = space.sums;
    x0.intoArray(sums, 0);
    x1.intoArray(sums, LANES);
    x2.intoArray(sums, 2 * LANES);
    x3.intoArray(sums, 3 * LANES);
    x4.intoArray(sums, 4 * LANES);
    y0.intoArray(sums, 5 * LANES);
    y1.intoArray(sums, 6 * LANES);
    y2.intoArray(sums, 7 * LANES);
    y3.intoArray(sums, 8 * LANES);
    y4.intoArray(sums, 9 * LANES);
  }

  /** The outputs of one example, from the sums of their lanes. */
  private static void finish(
      double[] sums, int at, double @Nullable [] bias, int from, int outs, double[] out) {
    int to = Math.min(from + OUTS, outs);
    for (int o = from; o < to; o++, at += LANES) {
      double sum = DoubleDot.sumOfLanes(sums, at);
      out[o] = bias == null ? sum : sum + bias[o];
    }
  }
}
