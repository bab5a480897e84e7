package dev.brisk.kernel;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The affine map in plain Java. An element starts as its bias and takes one product after the
 * other, {@code k} from 0 on, by {@code fma}.
 *
 * <p>A sum of {@code float}s is not vectorised by HotSpot. With many outputs and examples the
 * products are therefore taken column by column: {@value #COLUMNS} columns of the weights are
 * copied into rows, and each adds to a whole row of outputs at once. Else two examples and five
 * outputs are computed together: ten sums that do not wait for each other.
 */
final class ScalarAffine {
  /** A line of the cache holds as many {@code float}s. */
  static final int COLUMNS = 16;

  // Below these, copying columns costs more than it gains.
  private static final int LEAST_OUTS = 24;
  private static final int LEAST_EXAMPLES = 6;

  private ScalarAffine() {}

  static void batch(
      float[] weights,
      float @Nullable [] bias,
      int outs,
      int ins,
      float[][] in,
      int inFrom,
      float[][] out,
      int from,
      int to) {
    if (outs >= LEAST_OUTS && to - from >= LEAST_EXAMPLES) {
      byColumns(weights, bias, outs, ins, in, inFrom, out, from, to);
      return;
    }
    for (int o = 0; o < outs; o += 5) {
      for (int e = from; e < to; e += 2) {
        int f = Math.min(e + 1, to - 1);
        tile(weights, bias, o, outs, ins, in[inFrom + e], in[inFrom + f], out[e], out[f]);
      }
    }
  }

  static void one(
      float[] weights, float @Nullable [] bias, int outs, int ins, float[] in, float[] out) {
    for (int o = 0; o < outs; o += 5) {
      tile(weights, bias, o, outs, ins, in, in, out, out);
    }
  }

  private static void byColumns(
      float[] weights,
      float @Nullable [] bias,
      int outs,
      int ins,
      float[][] in,
      int inFrom,
      float[][] out,
      int from,
      int to) {
    for (int e = from; e < to; e++) {
      if (bias == null) {
        Arrays.fill(out[e], 0, outs, 0);
      } else {
        System.arraycopy(bias, 0, out[e], 0, outs);
      }
    }
    float[][] columns = Workspace.floats(COLUMNS, outs);
    for (int k = 0; k < ins; k += COLUMNS) {
      int width = Math.min(COLUMNS, ins - k);
      for (int o = 0; o < outs; o++) {
        for (int c = 0; c < width; c++) {
          columns[c][o] = weights[o * ins + k + c];
        }
      }
      for (int e = from; e < to; e++) {
        add(columns, width, in[inFrom + e], k, out[e], outs);
      }
    }
  }

  private static void add(float[][] columns, int width, float[] in, int k, float[] out, int outs) {
    int c = 0;
    for (; c + 4 <= width; c += 4) {
      Loops.add(
          in[k + c],
          columns[c],
          in[k + c + 1],
          columns[c + 1],
          in[k + c + 2],
          columns[c + 2],
          in[k + c + 3],
          columns[c + 3],
          out,
          outs);
    }
    for (; c < width; c++) {
      Loops.add(in[k + c], columns[c], out, outs);
    }
  }

  /** Five outputs of two examples; at an edge the last one again, with the same result. */
  private static void tile(
      float[] weights,
      float @Nullable [] bias,
      int o,
      int outs,
      int ins,
      float[] x,
      float[] y,
      float[] xOut,
      float[] yOut) {
    int last = outs - 1;
    int p = Math.min(o + 1, last);
    int q = Math.min(o + 2, last);
    int r = Math.min(o + 3, last);
    int s = Math.min(o + 4, last);
    float x0 = bias == null ? 0 : bias[o];
    float x1 = bias == null ? 0 : bias[p];
    float x2 = bias == null ? 0 : bias[q];
    float x3 = bias == null ? 0 : bias[r];
    float x4 = bias == null ? 0 : bias[s];
    float y0 = x0;
    float y1 = x1;
    float y2 = x2;
    float y3 = x3;
    float y4 = x4;
    int at0 = o * ins;
    int at1 = p * ins;
    int at2 = q * ins;
    int at3 = r * ins;
    int at4 = s * ins;
    for (int k = 0; k < ins; k++) {
      float w0 = weights[at0 + k];
      float w1 = weights[at1 + k];
      float w2 = weights[at2 + k];
      float w3 = weights[at3 + k];
      float w4 = weights[at4 + k];
      float xk = x[k];
      x0 = Math.fma(w0, xk, x0);
      x1 = Math.fma(w1, xk, x1);
      x2 = Math.fma(w2, xk, x2);
      x3 = Math.fma(w3, xk, x3);
      x4 = Math.fma(w4, xk, x4);
      float yk = y[k];
      y0 = Math.fma(w0, yk, y0);
      y1 = Math.fma(w1, yk, y1);
      y2 = Math.fma(w2, yk, y2);
      y3 = Math.fma(w3, yk, y3);
      y4 = Math.fma(w4, yk, y4);
    }
    xOut[o] = x0;
    xOut[p] = x1;
    xOut[q] = x2;
    xOut[r] = x3;
    xOut[s] = x4;
    yOut[o] = y0;
    yOut[p] = y1;
    yOut[q] = y2;
    yOut[r] = y3;
    yOut[s] = y4;
  }

  static void batch(
      double[] weights,
      double @Nullable [] bias,
      int outs,
      int ins,
      double[][] in,
      int inFrom,
      double[][] out,
      int from,
      int to) {
    if (outs >= LEAST_OUTS && to - from >= LEAST_EXAMPLES) {
      byColumns(weights, bias, outs, ins, in, inFrom, out, from, to);
      return;
    }
    for (int o = 0; o < outs; o += 5) {
      for (int e = from; e < to; e += 2) {
        int f = Math.min(e + 1, to - 1);
        tile(weights, bias, o, outs, ins, in[inFrom + e], in[inFrom + f], out[e], out[f]);
      }
    }
  }

  static void one(
      double[] weights, double @Nullable [] bias, int outs, int ins, double[] in, double[] out) {
    for (int o = 0; o < outs; o += 5) {
      tile(weights, bias, o, outs, ins, in, in, out, out);
    }
  }

  private static void byColumns(
      double[] weights,
      double @Nullable [] bias,
      int outs,
      int ins,
      double[][] in,
      int inFrom,
      double[][] out,
      int from,
      int to) {
    for (int e = from; e < to; e++) {
      if (bias == null) {
        Arrays.fill(out[e], 0, outs, 0);
      } else {
        System.arraycopy(bias, 0, out[e], 0, outs);
      }
    }
    double[][] columns = Workspace.doubles(COLUMNS, outs);
    for (int k = 0; k < ins; k += COLUMNS) {
      int width = Math.min(COLUMNS, ins - k);
      for (int o = 0; o < outs; o++) {
        for (int c = 0; c < width; c++) {
          columns[c][o] = weights[o * ins + k + c];
        }
      }
      for (int e = from; e < to; e++) {
        add(columns, width, in[inFrom + e], k, out[e], outs);
      }
    }
  }

  private static void add(
      double[][] columns, int width, double[] in, int k, double[] out, int outs) {
    int c = 0;
    for (; c + 4 <= width; c += 4) {
      Loops.add(
          in[k + c],
          columns[c],
          in[k + c + 1],
          columns[c + 1],
          in[k + c + 2],
          columns[c + 2],
          in[k + c + 3],
          columns[c + 3],
          out,
          outs);
    }
    for (; c < width; c++) {
      Loops.add(in[k + c], columns[c], out, outs);
    }
  }

  /** Five outputs of two examples; at an edge the last one again, with the same result. */
  private static void tile(
      double[] weights,
      double @Nullable [] bias,
      int o,
      int outs,
      int ins,
      double[] x,
      double[] y,
      double[] xOut,
      double[] yOut) {
    int last = outs - 1;
    int p = Math.min(o + 1, last);
    int q = Math.min(o + 2, last);
    int r = Math.min(o + 3, last);
    int s = Math.min(o + 4, last);
    double x0 = bias == null ? 0 : bias[o];
    double x1 = bias == null ? 0 : bias[p];
    double x2 = bias == null ? 0 : bias[q];
    double x3 = bias == null ? 0 : bias[r];
    double x4 = bias == null ? 0 : bias[s];
    double y0 = x0;
    double y1 = x1;
    double y2 = x2;
    double y3 = x3;
    double y4 = x4;
    int at0 = o * ins;
    int at1 = p * ins;
    int at2 = q * ins;
    int at3 = r * ins;
    int at4 = s * ins;
    for (int k = 0; k < ins; k++) {
      double w0 = weights[at0 + k];
      double w1 = weights[at1 + k];
      double w2 = weights[at2 + k];
      double w3 = weights[at3 + k];
      double w4 = weights[at4 + k];
      double xk = x[k];
      x0 = Math.fma(w0, xk, x0);
      x1 = Math.fma(w1, xk, x1);
      x2 = Math.fma(w2, xk, x2);
      x3 = Math.fma(w3, xk, x3);
      x4 = Math.fma(w4, xk, x4);
      double yk = y[k];
      y0 = Math.fma(w0, yk, y0);
      y1 = Math.fma(w1, yk, y1);
      y2 = Math.fma(w2, yk, y2);
      y3 = Math.fma(w3, yk, y3);
      y4 = Math.fma(w4, yk, y4);
    }
    xOut[o] = x0;
    xOut[p] = x1;
    xOut[q] = x2;
    xOut[r] = x3;
    xOut[s] = x4;
    yOut[o] = y0;
    yOut[p] = y1;
    yOut[q] = y2;
    yOut[r] = y3;
    yOut[s] = y4;
  }
}
