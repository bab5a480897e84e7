package dev.brisk.kernel;

import org.jspecify.annotations.Nullable;

/**
 * Products with a matrix of weights: the affine map of a batch and its derivatives.
 *
 * <p>{@code weights} is row-major {@code {outs, ins}}: {@code weights[o * ins + k]} is what input
 * {@code k} adds to output {@code o}. It is the array that belongs to a parameter, and may be
 * longer. A batch is an array of rows, one for each example, of at least {@code ins} or {@code
 * outs} elements. {@code in} starts at its row {@code inFrom}, so that examples are used where they
 * lie; all other batches start at their row 0.
 *
 * <p><b>Threads.</b> Every method takes a range, of examples or of rows of weights, so that several
 * threads can share a product. An element is computed in an order that does not depend on the
 * range: the same bits for every split.
 *
 * <p><b>Order.</b> {@code fma} is {@link Math#fma(double, double, double)}, which rounds once. The
 * derivatives add one term after the other, {@code a = fma(x, y, a)}, in the order of the sum that
 * their formula states, starting from what they add to. They give the same bits in every
 * implementation, and a sum may be continued by a second call. {@code affine} and {@code dot} have
 * an order for each implementation, which may depend on the shapes.
 *
 * <p><b>Error.</b> A sum of {@code n} terms, in whichever of these orders, differs from the exact
 * one by at most {@code (n + 1) u} of the sum of the absolute values of its terms, where {@code u}
 * is 2^-24 for {@code float} and 2^-53 for {@code double} (Higham, Accuracy and Stability of
 * Numerical Algorithms, 2002, section 3.1), as long as nothing overflows or becomes subnormal. What
 * is infinite or NaN stays so.
 *
 * <p>Lengths and ranges are the caller's: they are not checked. An array that is written to is none
 * of those that are read. An empty range does nothing.
 */
public interface Kernel {
  /** What this is, for people: its first word is {@code vector} or {@code scalar}. */
  String describe();

  /** Bits of the vectors that it is written in; 0 if that is left to the compiler. */
  int vectorBits();

  // One batch of examples; called by generated code, once for each layer and range of examples.

  /**
   * {@code out[e][o] = bias[o] + sum over k of weights[o * ins + k] * in[inFrom + e][k]} for the
   * examples {@code e} in {@code [from, to)}.
   *
   * @param bias null for 0
   * @param examples of the whole batch that the range is a part of: the order of a sum may depend
   *     on it, as weights are worth bringing into another order for many examples
   */
  void affine(
      float[] weights,
      float @Nullable [] bias,
      int outs,
      int ins,
      float[][] in,
      int inFrom,
      int examples,
      float[][] out,
      int from,
      int to);

  /**
   * {@link #affine(float[], float[], int, int, float[][], int, int, float[][], int, int) affine}
   * without a bias.
   */
  default void product(
      float[] weights,
      int outs,
      int ins,
      float[][] in,
      int inFrom,
      int examples,
      float[][] out,
      int from,
      int to) {
    affine(weights, null, outs, ins, in, inFrom, examples, out, from, to);
  }

  /**
   * Adds the derivative of {@link #affine(float[], float[], int, int, float[][], int, int,
   * float[][], int, int) affine} by its input: {@code dIn[e][k] += sum over o of dOut[e][o] *
   * weights[o * ins + k]} for the examples {@code e} in {@code [from, to)}.
   */
  void affineByInput(
      float[] weights, int outs, int ins, float[][] dOut, float[][] dIn, int from, int to);

  /**
   * Adds the derivative of {@link #affine(float[], float[], int, int, float[][], int, int,
   * float[][], int, int) affine} by the rows {@code [rowFrom, rowTo)} of its weights: {@code
   * dWeights[at + (o - rowFrom) * ins + k] += sum over e of dOut[e][o] * in[inFrom + e][k]}, over
   * the examples {@code e} in {@code [0, examples)}.
   *
   * <p>A caller can take some rows at a time, into a small array, and update them while they are in
   * the cache. Each call reads the whole batch, so they should not be few: with 18 of 128 rows a
   * product ran at two thirds to four fifths of its speed with all. The kernel in vectors takes
   * three at a time.
   */
  void affineByWeights(
      float[][] dOut,
      float[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      float[] dWeights,
      int at);

  /**
   * Adds the derivative by the bias: {@code dBias[o] += sum over e of dOut[e][o]}, over the
   * examples {@code e} in {@code [0, examples)}, for {@code o} in {@code [rowFrom, rowTo)}.
   */
  default void affineByBias(float[][] dOut, int examples, int rowFrom, int rowTo, float[] dBias) {
    for (int e = 0; e < examples; e++) {
      Loops.add(dOut[e], dBias, rowFrom, rowTo);
    }
  }

  // One example; called by the operations of dev.brisk.ops and by generated single steps. The bits
  // are those of a batch of this one example.

  /** {@code out[o] = bias[o] + sum over k of weights[o * ins + k] * in[k]}. */
  void affine(float[] weights, float @Nullable [] bias, int outs, int ins, float[] in, float[] out);

  /** {@code dIn[k] += sum over o of dOut[o] * weights[o * ins + k]}. */
  void affineByInput(float[] weights, int outs, int ins, float[] dOut, float[] dIn);

  /**
   * {@code dWeights[at + (o - rowFrom) * ins + k] += dOut[o] * in[k]} for {@code o} in {@code
   * [rowFrom, rowTo)}.
   */
  void affineByWeights(
      float[] dOut, float[] in, int rowFrom, int rowTo, int ins, float[] dWeights, int at);

  /** {@code dBias[o] += dOut[o]} for {@code o} in {@code [rowFrom, rowTo)}. */
  default void affineByBias(float[] dOut, int rowFrom, int rowTo, float[] dBias) {
    Loops.add(dOut, dBias, rowFrom, rowTo);
  }

  /** The sum over {@code i} in {@code [0, length)} of {@code a[i] * b[i]}. */
  float dot(float[] a, float[] b, int length);

  /** {@code y[i] += factor * x[i]} for {@code i} in {@code [0, length)}, rounded once. */
  default void axpy(float factor, float[] x, float[] y, int length) {
    Loops.add(factor, x, y, length);
  }

  // The same for double.

  /** As for {@code float}. */
  void affine(
      double[] weights,
      double @Nullable [] bias,
      int outs,
      int ins,
      double[][] in,
      int inFrom,
      int examples,
      double[][] out,
      int from,
      int to);

  /**
   * {@link #affine(double[], double[], int, int, double[][], int, int, double[][], int, int)
   * affine} without a bias.
   */
  default void product(
      double[] weights,
      int outs,
      int ins,
      double[][] in,
      int inFrom,
      int examples,
      double[][] out,
      int from,
      int to) {
    affine(weights, null, outs, ins, in, inFrom, examples, out, from, to);
  }

  /** As for {@code float}. */
  void affineByInput(
      double[] weights, int outs, int ins, double[][] dOut, double[][] dIn, int from, int to);

  /** As for {@code float}. */
  void affineByWeights(
      double[][] dOut,
      double[][] in,
      int inFrom,
      int examples,
      int rowFrom,
      int rowTo,
      int ins,
      double[] dWeights,
      int at);

  /** As for {@code float}. */
  default void affineByBias(double[][] dOut, int examples, int rowFrom, int rowTo, double[] dBias) {
    for (int e = 0; e < examples; e++) {
      Loops.add(dOut[e], dBias, rowFrom, rowTo);
    }
  }

  /** As for {@code float}. */
  void affine(
      double[] weights, double @Nullable [] bias, int outs, int ins, double[] in, double[] out);

  /** As for {@code float}. */
  void affineByInput(double[] weights, int outs, int ins, double[] dOut, double[] dIn);

  /** As for {@code float}. */
  void affineByWeights(
      double[] dOut, double[] in, int rowFrom, int rowTo, int ins, double[] dWeights, int at);

  /** As for {@code float}. */
  default void affineByBias(double[] dOut, int rowFrom, int rowTo, double[] dBias) {
    Loops.add(dOut, dBias, rowFrom, rowTo);
  }

  /** As for {@code float}. */
  double dot(double[] a, double[] b, int length);

  /** As for {@code float}. */
  default void axpy(double factor, double[] x, double[] y, int length) {
    Loops.add(factor, x, y, length);
  }
}
