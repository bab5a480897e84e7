package dev.brisk.kernel;

/**
 * Functions of many numbers at once: of the elements {@code [from, to)} of {@code x}, written to
 * the same elements of {@code out}, which is another array. Ranges are not checked; nothing is
 * allocated. Both kernels use them. Called by the activations of {@code dev.brisk.ops}.
 *
 * <p>{@code exp}, {@code sigmoid} and {@code tanh} of {@code float}s are within 2 ulp of the exact
 * result, for every argument: subnormal arguments and results are not flushed, infinities give the
 * limit, NaN gives NaN. An element's result does not depend on the range. Those of {@code double}s
 * are computed by {@link Math}, to 1, 3 and 2.5 ulp.
 *
 * <p>HotSpot turns loops into vector instructions by itself, on JDK 17 and 25, if they have nothing
 * but additions, multiplications, divisions, {@code fma}, {@code abs}, {@code min} and {@code max}.
 * So no loop branches: which of two formulas holds is a factor of 0 or 1.
 */
public final class VectorMath {
  private VectorMath() {}

  /** {@code e^x}. 0 below -104, infinite above 88.73. */
  public static void exp(float[] x, float[] out, int from, int to) {
    Exponentials.of(x, out, from, to);
  }

  /** {@code e^(x - minus)}, where no {@code x} is above {@code minus}. */
  public static void exp(float[] x, float minus, float[] out, int from, int to) {
    Exponentials.ofDifference(x, minus, out, from, to);
  }

  /**
   * {@code e^(x - minus)} of one number, with the same bits; {@code x} is not above {@code minus}.
   */
  public static float exp(float x, float minus) {
    return Exponentials.ofDifference(x, minus);
  }

  /** {@code 1 / (1 + e^-x)}. */
  public static void sigmoid(float[] x, float[] out, int from, int to) {
    Exponentials.ofMinusAbs(x, out, from, to);
    for (int i = from; i < to; i++) {
      float e = out[i];
      // 1 for a positive x, e for a negative one; about 0 they are the same.
      float numerator = Math.max(Math.min(x[i] * 1e30f, 1), e);
      float denominator = 1 + e;
      float lost = e - (denominator - 1);
      float quotient = numerator / denominator;
      // 1 / denominator is the larger one of the quotient and 1 less it.
      out[i] = Math.fma(-lost * Math.max(quotient, 1 - quotient), quotient, quotient);
    }
  }

  /**
   * The hyperbolic tangent: {@code 1 - 2 / (e^2|x| + 1)} with the sign of {@code x}, and between
   * -0.625 and 0.625, where digits would be lost, the polynomial of Moshier's Cephes library.
   */
  public static void tanh(float[] x, float[] out, int from, int to) {
    Exponentials.ofTwiceAbs(x, out, from, to);
    for (int i = from; i < to; i++) {
      float large = (1 - 2 / (out[i] + 1)) * Math.min(Math.max(4 * x[i], -1), 1);
      float near = Math.min(Math.max(x[i], -0.625f), 0.625f);
      float square = near * near;
      float p = Math.fma(-5.70498872745e-3f, square, 2.06390887954e-2f);
      p = Math.fma(p, square, -5.37397155531e-2f);
      p = Math.fma(p, square, 1.33314422036e-1f);
      p = Math.fma(p, square, -3.33332819422e-1f);
      float small = Math.fma(p * square, near, near);
      float isLarge = Math.min(Math.max((Math.abs(x[i]) - 0.625f) * 1e9f, 0), 1);
      out[i] = Math.fma(isLarge, large, (1 - isLarge) * small);
    }
  }

  /**
   * Probabilities, {@code out[i] = e^x[i] / sum of e^x[j]} over {@code j} in {@code [from, to)}, by
   * way of {@code x[i] - max x}, which does not overflow. The sum is taken in {@code double}, in
   * the order of the elements. That difference is rounded, so a probability that is not subnormal
   * has a relative error of up to {@code (4 + max x - x[i] + ln n) 2^-23}, for {@code n} elements.
   * A NaN, or positive infinity, makes all of them NaN.
   *
   * @return {@code ln(sum of e^x[j])}; negative infinity for an empty range
   */
  public static float softmax(float[] x, float[] out, int from, int to) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      if (x[i] > max) {
        max = x[i];
      }
    }
    Exponentials.ofDifference(x, max, out, from, to);
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += out[i];
    }
    float factor = (float) (1 / sum);
    for (int i = from; i < to; i++) {
      out[i] *= factor;
    }
    return (float) (max + Math.log(sum));
  }

  /** As {@link #exp(float[], float[], int, int)}. */
  public static void exp(double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = Math.exp(x[i]);
    }
  }

  /** As {@link #sigmoid(float[], float[], int, int)}. */
  public static void sigmoid(double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      double e = Math.exp(-Math.abs(x[i]));
      out[i] = (x[i] >= 0 ? 1 : e) / (1 + e);
    }
  }

  /** As {@link #tanh(float[], float[], int, int)}. */
  public static void tanh(double[] x, double[] out, int from, int to) {
    for (int i = from; i < to; i++) {
      out[i] = Math.tanh(x[i]);
    }
  }

  /** As {@link #softmax(float[], float[], int, int)}, with {@code 2^-52} in place of 2^-23. */
  public static double softmax(double[] x, double[] out, int from, int to) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      if (x[i] > max) {
        max = x[i];
      }
    }
    double sum = 0;
    for (int i = from; i < to; i++) {
      out[i] = Math.exp(x[i] - max);
      sum += out[i];
    }
    for (int i = from; i < to; i++) {
      out[i] /= sum;
    }
    return max + Math.log(sum);
  }
}
