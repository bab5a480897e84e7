package dev.brisk.kernel.vector;

import static dev.brisk.kernel.vector.DoubleWorkspace.DEPTH;
import static dev.brisk.kernel.vector.DoubleWorkspace.LANES;
import static dev.brisk.kernel.vector.DoubleWorkspace.ROWS;
import static dev.brisk.kernel.vector.DoubleWorkspace.SPECIES;
import static dev.brisk.kernel.vector.DoubleWorkspace.WIDTH;

import jdk.incubator.vector.DoubleVector;

/**
 * The derivative by the weights: a panel of the input, two vectors wide, is copied and then taken
 * by five rows of weights at a time, ten sums. At the right edge the panel is filled up with 0 and
 * the sums are brought to a place of their own. With few examples it does not pay to copy; each is
 * then added to every row.
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
      double[] factors = space.factors((rowTo - rowFrom + ROWS - 1) * DEPTH);
      copy(dOut, e, depth, rowFrom, rowTo, factors);
      for (int k = 0; k < ins; k += WIDTH) {
        int width = Math.min(WIDTH, ins - k);
        DoublePanel.copy(in, inFrom + e, k, depth, width, space.panel);
        for (int r = 0; r < rowTo - rowFrom; r += ROWS) {
          int rows = Math.min(ROWS, rowTo - rowFrom - r);
          int start = at + r * ins + k;
          if (width == WIDTH) {
            tile(space.panel, factors, r * DEPTH, depth, rows, dWeights, start, ins);
          } else {
            move(rows, dWeights, start, ins, space.edge, 0, WIDTH, width);
            tile(space.panel, factors, r * DEPTH, depth, rows, space.edge, 0, WIDTH);
            move(rows, space.edge, 0, WIDTH, dWeights, start, ins, width);
          }
        }
      }
    }
  }

  /** The derivatives by the outputs, as tiles read them. */
  private static void copy(
      double[][] dOut, int from, int depth, int rowFrom, int rowTo, double[] factors) {
    for (int i = 0; i < depth; i++) {
      double[] d = dOut[from + i];
      int at = ROWS * i;
      int o = rowFrom;
      for (; o + ROWS <= rowTo; o += ROWS, at += ROWS * DEPTH) {
        factors[at] = d[o];
        factors[at + 1] = d[o + 1];
        factors[at + 2] = d[o + 2];
        factors[at + 3] = d[o + 3];
        factors[at + 4] = d[o + 4];
      }
      if (o < rowTo) {
        for (int j = 0; j < ROWS; j++) {
          factors[at + j] = d[Math.min(o + j, rowTo - 1)];
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

  /** Five rows of weights by the columns of the panel; of fewer, the last one again. */
  private static void tile(
      double[] panel,
      double[] factors,
      int from,
      int depth,
      int rows,
      double[] sums,
      int atA,
      int stride) {
    int last = rows - 1;
    int atB = atA + Math.min(1, last) * stride;
    int atC = atA + Math.min(2, last) * stride;
    int atD = atA + Math.min(3, last) * stride;
    int atE = atA + last * stride;
    DoubleVector a0 = DoubleVector.fromArray(SPECIES, sums, atA);
    DoubleVector a1 = DoubleVector.fromArray(SPECIES, sums, atA + LANES);
    DoubleVector b0 = DoubleVector.fromArray(SPECIES, sums, atB);
    DoubleVector b1 = DoubleVector.fromArray(SPECIES, sums, atB + LANES);
    DoubleVector c0 = DoubleVector.fromArray(SPECIES, sums, atC);
    DoubleVector c1 = DoubleVector.fromArray(SPECIES, sums, atC + LANES);
    DoubleVector d0 = DoubleVector.fromArray(SPECIES, sums, atD);
    DoubleVector d1 = DoubleVector.fromArray(SPECIES, sums, atD + LANES);
    DoubleVector e0 = DoubleVector.fromArray(SPECIES, sums, atE);
    DoubleVector e1 = DoubleVector.fromArray(SPECIES, sums, atE + LANES);
    for (int i = 0; i < depth; i++) {
      int at = i * WIDTH;
      int row = from + ROWS * i;
      DoubleVector v0 = DoubleVector.fromArray(SPECIES, panel, at);
      DoubleVector v1 = DoubleVector.fromArray(SPECIES, panel, at + LANES);
      DoubleVector f = DoubleVector.broadcast(SPECIES, factors[row]);
      a0 = v0.fma(f, a0);
      a1 = v1.fma(f, a1);
      f = DoubleVector.broadcast(SPECIES, factors[row + 1]);
      b0 = v0.fma(f, b0);
      b1 = v1.fma(f, b1);
      f = DoubleVector.broadcast(SPECIES, factors[row + 2]);
      c0 = v0.fma(f, c0);
      c1 = v1.fma(f, c1);
      Fence.keepLoadsInPlace();
      f = DoubleVector.broadcast(SPECIES, factors[row + 3]);
      d0 = v0.fma(f, d0);
      d1 = v1.fma(f, d1);
      f = DoubleVector.broadcast(SPECIES, factors[row + 4]);
      e0 = v0.fma(f, e0);
      e1 = v1.fma(f, e1);
      Fence.keepLoadsInPlace();
    }
    a0.intoArray(sums, atA);
    a1.intoArray(sums, atA + LANES);
    b0.intoArray(sums, atB);
    b1.intoArray(sums, atB + LANES);
    c0.intoArray(sums, atC);
    c1.intoArray(sums, atC + LANES);
    d0.intoArray(sums, atD);
    d1.intoArray(sums, atD + LANES);
    e0.intoArray(sums, atE);
    e1.intoArray(sums, atE + LANES);
  }
}
