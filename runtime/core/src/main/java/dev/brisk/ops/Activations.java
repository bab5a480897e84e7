package dev.brisk.ops;

import dev.brisk.kernel.VectorMath;

/**
 * Activations element by element, in place: the forms that {@link InPlace} describes.
 *
 * <p>Where the derivative is simple in the result it is taken from there, without an exponential;
 * it is then exact to a rounding error of 1, not of the derivative itself. That is what PyTorch
 * does. Loops have no branches where that is possible, so that HotSpot makes vector instructions of
 * them.
 */
public final class Activations {
  private Activations() {}

  /** As {@link Ops#relu(double[])}. */
  public static void relu(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(x[i], 0);
    }
  }

  /** Adds {@code dOut[i]} where {@code out[i]} is above 0. */
  public static void reluByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * step(out[i]);
    }
  }

  /** As {@link Ops#relu(float[])}. */
  public static void relu(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(x[i], 0);
    }
  }

  /** Adds {@code dOut[i]} where {@code out[i]} is above 0. */
  public static void reluByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * step(out[i]);
    }
  }

  /** As {@link Ops#leakyRelu(double[], double)}. */
  public static void leakyRelu(double[] x, double slope, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(x[i], 0) + slope * Math.min(x[i], 0);
    }
  }

  /** Adds {@code dOut[i]} where {@code x[i]} is above 0, and {@code slope} times it elsewhere. */
  public static void leakyReluByX(
      double[] x, double slope, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      double isAbove = step(Math.max(x[i], 0));
      dX[i] += dOut[i] * (isAbove + slope * (1 - isAbove));
    }
  }

  /** {@code sum dOut[i] x[i]} where {@code x[i]} is not above 0, one after the other. */
  public static double leakyReluBySlope(double[] x, double slope, double[] out, double[] dOut) {
    Lengths.results(out.length, dOut.length, x.length);
    double sum = 0;
    for (int i = 0; i < dOut.length; i++) {
      sum += dOut[i] * Math.min(x[i], 0);
    }
    return sum;
  }

  /** As {@link Ops#leakyRelu(float[], float)}. */
  public static void leakyRelu(float[] x, float slope, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.max(x[i], 0) + slope * Math.min(x[i], 0);
    }
  }

  /** Adds {@code dOut[i]} where {@code x[i]} is above 0, and {@code slope} times it elsewhere. */
  public static void leakyReluByX(float[] x, float slope, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      float isAbove = step(Math.max(x[i], 0));
      dX[i] += dOut[i] * (isAbove + slope * (1 - isAbove));
    }
  }

  /** {@code sum dOut[i] x[i]} where {@code x[i]} is not above 0, one after the other. */
  public static float leakyReluBySlope(float[] x, float slope, float[] out, float[] dOut) {
    Lengths.results(out.length, dOut.length, x.length);
    float sum = 0;
    for (int i = 0; i < dOut.length; i++) {
      sum += dOut[i] * Math.min(x[i], 0);
    }
    return sum;
  }

  /** As {@link Ops#elu(double[])}. */
  public static void elu(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.elu(x[i]);
    }
  }

  /** Adds {@code dOut[i]} above 0, and {@code dOut[i] (out[i] + 1)} elsewhere. */
  public static void eluByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * (Math.min(out[i], 0) + 1);
    }
  }

  /** As {@link Ops#elu(float[])}. */
  public static void elu(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.elu(x[i]);
    }
  }

  /** Adds {@code dOut[i]} above 0, and {@code dOut[i] (out[i] + 1)} elsewhere. */
  public static void eluByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * (Math.min(out[i], 0) + 1);
    }
  }

  /** As {@link Ops#gelu(double[])}. */
  public static void gelu(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.gelu(x[i]);
    }
  }

  /** Adds {@code dOut[i]} times {@link Ops#geluByX(double)}. */
  public static void geluByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.geluByX(x[i]);
    }
  }

  /** As {@link Ops#gelu(float[])}. */
  public static void gelu(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.gelu(x[i]);
    }
  }

  /** Adds {@code dOut[i]} times {@link Ops#geluByX(float)}. */
  public static void geluByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.geluByX(x[i]);
    }
  }

  /** As {@link Ops#geluTanh(double[])}. */
  public static void geluTanh(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.geluTanh(x[i]);
    }
  }

  /** Adds {@code dOut[i]} times {@link Ops#geluTanhByX(double)}. */
  public static void geluTanhByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.geluTanhByX(x[i]);
    }
  }

  /** As {@link Ops#geluTanh(float[])}. */
  public static void geluTanh(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.geluTanh(x[i]);
    }
  }

  /** Adds {@code dOut[i]} times {@link Ops#geluTanhByX(float)}. */
  public static void geluTanhByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.geluTanhByX(x[i]);
    }
  }

  /** As {@link Ops#silu(double[])}. */
  public static void silu(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.silu(x[i]);
    }
  }

  /** Adds {@code dOut[i]} times {@link Ops#siluByX(double)}. */
  public static void siluByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.siluByX(x[i]);
    }
  }

  /** As {@link Ops#silu(float[])}. */
  public static void silu(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.silu(x[i]);
    }
  }

  /** Adds {@code dOut[i]} times {@link Ops#siluByX(float)}. */
  public static void siluByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.siluByX(x[i]);
    }
  }

  /** As {@link Ops#softplus(double[])}. */
  public static void softplus(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.softplus(x[i]);
    }
  }

  /** Adds {@code dOut[i] sigmoid(x[i])}. */
  public static void softplusByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.softplusByX(x[i]);
    }
  }

  /** As {@link Ops#softplus(float[])}. */
  public static void softplus(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.softplus(x[i]);
    }
  }

  /** Adds {@code dOut[i] sigmoid(x[i])}. */
  public static void softplusByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.softplusByX(x[i]);
    }
  }

  /** As {@link Ops#sigmoid(double[])}. */
  public static void sigmoid(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.sigmoid(x[i]);
    }
  }

  /** Adds {@code dOut[i] out[i] (1 - out[i])}. */
  public static void sigmoidByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * out[i] * (1 - out[i]);
    }
  }

  /** As {@link Ops#sigmoid(float[])}; within 2 ulp, see {@link VectorMath}. */
  public static void sigmoid(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    VectorMath.sigmoid(x, out, 0, out.length);
  }

  /** Adds {@code dOut[i] out[i] (1 - out[i])}. */
  public static void sigmoidByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * out[i] * (1 - out[i]);
    }
  }

  /** As {@link Ops#logSigmoid(double[])}. */
  public static void logSigmoid(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.logSigmoid(x[i]);
    }
  }

  /** Adds {@code dOut[i] sigmoid(-x[i])}. */
  public static void logSigmoidByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.logSigmoidByX(x[i]);
    }
  }

  /** As {@link Ops#logSigmoid(float[])}. */
  public static void logSigmoid(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Ops.logSigmoid(x[i]);
    }
  }

  /** Adds {@code dOut[i] sigmoid(-x[i])}. */
  public static void logSigmoidByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * Ops.logSigmoidByX(x[i]);
    }
  }

  /** As {@link Ops#tanh(double[])}. */
  public static void tanh(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.tanh(x[i]);
    }
  }

  /** Adds {@code dOut[i] (1 - out[i]^2)}. */
  public static void tanhByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * (1 - out[i] * out[i]);
    }
  }

  /** As {@link Ops#tanh(float[])}; within 2 ulp, see {@link VectorMath}. */
  public static void tanh(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    VectorMath.tanh(x, out, 0, out.length);
  }

  /** Adds {@code dOut[i] (1 - out[i]^2)}. */
  public static void tanhByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * (1 - out[i] * out[i]);
    }
  }

  /**
   * 1 above 0 and 0 at 0; {@code x} is not negative. Twice, since one factor is too small for the
   * least {@code x}.
   */
  private static double step(double x) {
    return Math.min(x * 1e308 * 1e308, 1);
  }

  private static void checkDerivative(double[] x, double[] out, double[] dOut, double[] dX) {
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
  }

  /**
   * 1 above 0 and 0 at 0; {@code x} is not negative. Twice, since one factor is too small for the
   * least {@code x}.
   */
  private static float step(float x) {
    return Math.min(x * 1e38f * 1e38f, 1);
  }

  private static void checkDerivative(float[] x, float[] out, float[] dOut, float[] dX) {
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
  }
}
