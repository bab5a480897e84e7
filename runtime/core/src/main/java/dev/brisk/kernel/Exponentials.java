package dev.brisk.kernel;

/**
 * Exponentials of many {@code float}s. With {@code n} the whole number nearest to {@code x / ln 2}
 * and {@code r = x - n ln 2}, {@code e^x = 2^n e^r}.
 *
 * <p>A first loop, which HotSpot vectorises, writes {@code e^r}, by the polynomial of Moshier's
 * Cephes library (expf.c, relative error below 2^-29), and {@code n}. A second one, which it does
 * not, adds {@code n} to the bits of the exponent. For this to be a number, {@code n} must leave
 * the result normal: where it would not, the loop writes another {@code n}, and a third one
 * multiplies by the power of two that it is off by, rounding to a subnormal number, to 0, or to
 * infinity.
 */
final class Exponentials {
  private static final float LOG2_E = 1.44269504f;

  // ln 2 in two parts: the product of the first one with any n is exact.
  private static final float LN2_HIGH = 0.693359375f;
  private static final float LN2_LOW = -2.12194440e-4f;

  /** Below, e^x is 0. */
  private static final float LEAST = -104;

  /** Above, e^x is infinite. */
  private static final float MOST = 89;

  // 1.5 * 2^23: what is added to it is rounded to a whole number, in the last bits of the sum.
  private static final float ROUNDER = 0x1.8p23f;

  private Exponentials() {}

  /** {@code out[i] = e^x[i]}. */
  static void of(float[] x, float[] out, int from, int to) {
    float[] powers = Workspace.floats(1, to)[0];
    for (int i = from; i < to; i++) {
      float within = Math.min(Math.max(x[i], LEAST), MOST);
      float power = Math.fma(within, LOG2_E, ROUNDER);
      out[i] = mantissa(within, power - ROUNDER);
      powers[i] = power - 100 * third(within);
    }
    scale(out, powers, from, to);
    for (int i = from; i < to; i++) {
      float third = third(Math.min(Math.max(x[i], LEAST), MOST));
      float low = Math.max(-third, 0);
      float high = Math.max(third, 0);
      out[i] *= Math.fma(high, 0x1p100f, Math.fma(low, 0x1p-100f, 1 - low));
    }
  }

  /** {@code out[i] = e^(x[i] - minus)}, where no {@code x[i]} is above {@code minus}. */
  static void ofDifference(float[] x, float minus, float[] out, int from, int to) {
    float[] powers = Workspace.floats(1, to)[0];
    for (int i = from; i < to; i++) {
      float within = Math.max(x[i] - minus, LEAST);
      float power = Math.fma(within, LOG2_E, ROUNDER);
      out[i] = mantissa(within, power - ROUNDER);
      powers[i] = power + 100;
    }
    scale(out, powers, from, to);
    for (int i = from; i < to; i++) {
      // A NaN, whose bits may be lost, comes back.
      out[i] *= Math.fma(Math.max(x[i] - minus, LEAST), 0, 0x1p-100f);
    }
  }

  /**
   * {@code e^(x - minus)}, to the bit what {@link #ofDifference(float[], float, float[], int, int)}
   * gives.
   */
  static float ofDifference(float x, float minus) {
    float within = Math.max(x - minus, LEAST);
    float power = Math.fma(within, LOG2_E, ROUNDER);
    int bits = Float.floatToRawIntBits(mantissa(within, power - ROUNDER));
    float scaled = Float.intBitsToFloat(bits + (Float.floatToRawIntBits(power + 100) << 23));
    return scaled * Math.fma(within, 0, 0x1p-100f);
  }

  /** {@code out[i] = e^-|x[i]|}; of a NaN, anything. */
  static void ofMinusAbs(float[] x, float[] out, int from, int to) {
    float[] powers = Workspace.floats(1, to)[0];
    for (int i = from; i < to; i++) {
      float within = Math.max(-Math.abs(x[i]), LEAST);
      float power = Math.fma(within, LOG2_E, ROUNDER);
      out[i] = mantissa(within, power - ROUNDER);
      powers[i] = power + 100;
    }
    scale(out, powers, from, to);
    for (int i = from; i < to; i++) {
      out[i] *= 0x1p-100f;
    }
  }

  /** {@code out[i] = e^(2 |x[i]|)}, but never above {@code e^20}; of a NaN, anything. */
  static void ofTwiceAbs(float[] x, float[] out, int from, int to) {
    float[] powers = Workspace.floats(1, to)[0];
    for (int i = from; i < to; i++) {
      float within = Math.min(2 * Math.abs(x[i]), 20);
      float power = Math.fma(within, LOG2_E, ROUNDER);
      out[i] = mantissa(within, power - ROUNDER);
      powers[i] = power;
    }
    scale(out, powers, from, to);
  }

  /** {@code e^r}, between 0.70 and 1.42. */
  private static float mantissa(float x, float n) {
    float r = Math.fma(n, -LN2_LOW, Math.fma(n, -LN2_HIGH, x));
    float p = Math.fma(1.9875691500e-4f, r, 1.3981999507e-3f);
    p = Math.fma(p, r, 8.3334519073e-3f);
    p = Math.fma(p, r, 4.1665795894e-2f);
    p = Math.fma(p, r, 1.6666665459e-1f);
    p = Math.fma(p, r, 5.0000001201e-1f);
    return Math.fma(p, r * r, r) + 1;
  }

  /** -1 where the result may be subnormal, 1 where it may be infinite, and 0 between. */
  private static float third(float x) {
    return Math.fma(x, 1 / 90f, ROUNDER) - ROUNDER;
  }

  /** The last bits of {@code powers} are a whole number, and those before are shifted out. */
  private static void scale(float[] out, float[] powers, int from, int to) {
    for (int i = from; i < to; i++) {
      int power = Float.floatToRawIntBits(powers[i]) << 23;
      out[i] = Float.intBitsToFloat(Float.floatToRawIntBits(out[i]) + power);
    }
  }
}
