package dev.brisk.ops;

/**
 * Layer normalisation in place: the forms that {@link InPlace} describes. Mean and variance are
 * taken in {@code double}, and by each form anew, so that nothing is kept between them.
 */
public final class Normalization {
  private static final double EPSILON = 1e-5;

  private Normalization() {}

  /** As {@link Ops#layerNorm(double[], double[], double[])}. */
  public static void layerNorm(double[] x, double[] gain, double[] bias, double[] out) {
    layerNorm(x, gain, bias, EPSILON, out);
  }

  /**
   * As {@link #layerNormByX(double[], double[], double[], double, double[], double[], double[])}.
   */
  public static void layerNormByX(
      double[] x, double[] gain, double[] bias, double[] out, double[] dOut, double[] dX) {
    layerNormByX(x, gain, bias, EPSILON, out, dOut, dX);
  }

  /** Adds {@code dOut[i]} times the normalised {@code x[i]}. */
  public static void layerNormByGain(
      double[] x, double[] gain, double[] bias, double[] out, double[] dOut, double[] dGain) {
    layerNormByGain(x, gain, bias, EPSILON, out, dOut, dGain);
  }

  /** Adds {@code dOut}. */
  public static void layerNormByBias(
      double[] x, double[] gain, double[] bias, double[] out, double[] dOut, double[] dBias) {
    layerNormByBias(x, gain, bias, EPSILON, out, dOut, dBias);
  }

  /** As {@link Ops#layerNorm(double[], double[], double[], double)}. */
  public static void layerNorm(
      double[] x, double[] gain, double[] bias, double epsilon, double[] out) {
    check(x, gain, bias, epsilon, out);
    double mean = Sums.of(x) / x.length;
    double centre = mean;
    double scale = scale(x, mean, epsilon);
    for (int i = 0; i < out.length; i++) {
      out[i] = (x[i] - centre) * scale * gain[i] + bias[i];
    }
  }

  /**
   * Adds {@code (g - mean(g) - n mean(g n)) / sqrt(variance + epsilon)} with {@code g = dOut gain}
   * and the normalised {@code x}, {@code n}.
   */
  public static void layerNormByX(
      double[] x,
      double[] gain,
      double[] bias,
      double epsilon,
      double[] out,
      double[] dOut,
      double[] dX) {
    check(x, gain, bias, epsilon, out);
    Lengths.equal("dOut", dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
    double mean = Sums.of(x) / x.length;
    double scale = scale(x, mean, epsilon);
    double sum = 0;
    double along = 0;
    for (int i = 0; i < x.length; i++) {
      double gradient = dOut[i] * gain[i];
      sum += gradient;
      along += gradient * (x[i] - mean);
    }
    double centre = mean;
    double factor = scale;
    double shift = sum / x.length;
    double slope = along * scale * scale / x.length;
    for (int i = 0; i < dX.length; i++) {
      dX[i] += factor * (dOut[i] * gain[i] - shift - (x[i] - centre) * slope);
    }
  }

  /** Adds {@code dOut[i]} times the normalised {@code x[i]}. */
  public static void layerNormByGain(
      double[] x,
      double[] gain,
      double[] bias,
      double epsilon,
      double[] out,
      double[] dOut,
      double[] dGain) {
    check(x, gain, bias, epsilon, out);
    Lengths.equal("dOut", dOut.length, x.length);
    Lengths.equal("dGain", dGain.length, gain.length);
    double mean = Sums.of(x) / x.length;
    double centre = mean;
    double scale = scale(x, mean, epsilon);
    for (int i = 0; i < dGain.length; i++) {
      dGain[i] += dOut[i] * ((x[i] - centre) * scale);
    }
  }

  /** Adds {@code dOut}. */
  public static void layerNormByBias(
      double[] x,
      double[] gain,
      double[] bias,
      double epsilon,
      double[] out,
      double[] dOut,
      double[] dBias) {
    check(x, gain, bias, epsilon, out);
    Lengths.equal("dOut", dOut.length, x.length);
    Lengths.equal("dBias", dBias.length, bias.length);
    for (int i = 0; i < dBias.length; i++) {
      dBias[i] += dOut[i];
    }
  }

  private static double scale(double[] x, double mean, double epsilon) {
    return 1 / Math.sqrt(Sums.ofSquares(x, mean) / x.length + epsilon);
  }

  private static void check(
      double[] x, double[] gain, double[] bias, double epsilon, double[] out) {
    Lengths.notEmpty("x", x.length);
    Lengths.equal("gain", gain.length, x.length);
    Lengths.equal("bias", bias.length, x.length);
    Range.notNegative("epsilon", epsilon);
    Lengths.equal("out", out.length, x.length);
  }

  /** As {@link Ops#layerNorm(float[], float[], float[])}. */
  public static void layerNorm(float[] x, float[] gain, float[] bias, float[] out) {
    layerNorm(x, gain, bias, EPSILON, out);
  }

  /** As {@link #layerNormByX(float[], float[], float[], double, float[], float[], float[])}. */
  public static void layerNormByX(
      float[] x, float[] gain, float[] bias, float[] out, float[] dOut, float[] dX) {
    layerNormByX(x, gain, bias, EPSILON, out, dOut, dX);
  }

  /** Adds {@code dOut[i]} times the normalised {@code x[i]}. */
  public static void layerNormByGain(
      float[] x, float[] gain, float[] bias, float[] out, float[] dOut, float[] dGain) {
    layerNormByGain(x, gain, bias, EPSILON, out, dOut, dGain);
  }

  /** Adds {@code dOut}. */
  public static void layerNormByBias(
      float[] x, float[] gain, float[] bias, float[] out, float[] dOut, float[] dBias) {
    layerNormByBias(x, gain, bias, EPSILON, out, dOut, dBias);
  }

  /** As {@link Ops#layerNorm(float[], float[], float[], double)}. */
  public static void layerNorm(float[] x, float[] gain, float[] bias, double epsilon, float[] out) {
    check(x, gain, bias, epsilon, out);
    double mean = Sums.of(x) / x.length;
    float centre = (float) mean;
    float scale = (float) scale(x, mean, epsilon);
    for (int i = 0; i < out.length; i++) {
      out[i] = (x[i] - centre) * scale * gain[i] + bias[i];
    }
  }

  /**
   * Adds {@code (g - mean(g) - n mean(g n)) / sqrt(variance + epsilon)} with {@code g = dOut gain}
   * and the normalised {@code x}, {@code n}.
   */
  public static void layerNormByX(
      float[] x,
      float[] gain,
      float[] bias,
      double epsilon,
      float[] out,
      float[] dOut,
      float[] dX) {
    check(x, gain, bias, epsilon, out);
    Lengths.equal("dOut", dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
    double mean = Sums.of(x) / x.length;
    double scale = scale(x, mean, epsilon);
    double sum = 0;
    double along = 0;
    for (int i = 0; i < x.length; i++) {
      double gradient = (double) dOut[i] * gain[i];
      sum += gradient;
      along += gradient * (x[i] - mean);
    }
    float centre = (float) mean;
    float factor = (float) scale;
    float shift = (float) (sum / x.length);
    float slope = (float) (along * scale * scale / x.length);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += factor * (dOut[i] * gain[i] - shift - (x[i] - centre) * slope);
    }
  }

  /** Adds {@code dOut[i]} times the normalised {@code x[i]}. */
  public static void layerNormByGain(
      float[] x,
      float[] gain,
      float[] bias,
      double epsilon,
      float[] out,
      float[] dOut,
      float[] dGain) {
    check(x, gain, bias, epsilon, out);
    Lengths.equal("dOut", dOut.length, x.length);
    Lengths.equal("dGain", dGain.length, gain.length);
    double mean = Sums.of(x) / x.length;
    float centre = (float) mean;
    float scale = (float) scale(x, mean, epsilon);
    for (int i = 0; i < dGain.length; i++) {
      dGain[i] += dOut[i] * ((x[i] - centre) * scale);
    }
  }

  /** Adds {@code dOut}. */
  public static void layerNormByBias(
      float[] x,
      float[] gain,
      float[] bias,
      double epsilon,
      float[] out,
      float[] dOut,
      float[] dBias) {
    check(x, gain, bias, epsilon, out);
    Lengths.equal("dOut", dOut.length, x.length);
    Lengths.equal("dBias", dBias.length, bias.length);
    for (int i = 0; i < dBias.length; i++) {
      dBias[i] += dOut[i];
    }
  }

  private static double scale(float[] x, double mean, double epsilon) {
    return 1 / Math.sqrt(Sums.ofSquares(x, mean) / x.length + epsilon);
  }

  private static void check(float[] x, float[] gain, float[] bias, double epsilon, float[] out) {
    Lengths.notEmpty("x", x.length);
    Lengths.equal("gain", gain.length, x.length);
    Lengths.equal("bias", bias.length, x.length);
    Range.notNegative("epsilon", epsilon);
    Lengths.equal("out", out.length, x.length);
  }
}
