package dev.brisk.ops;

/**
 * The softmax and its logarithm in place, as {@link InPlace} describes. The largest score is
 * subtracted before every exponential, so that none overflows and their sum is at least 1. Sums of
 * exponentials of {@code float} arrays are taken in {@code double}.
 */
public final class Softmax {
  private Softmax() {}

  /** As {@link Ops#softmax(double[])}. */
  public static void softmax(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    double largest = largest(x);
    for (int i = 0; i < out.length; i++) {
      out[i] = Math.exp(x[i] - largest);
    }
    double sum = Sums.of(out);
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum;
    }
  }

  /** Adds {@code out[i] (dOut[i] - sum dOut out)}. */
  public static void softmaxByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    double mean = Sums.products(dOut, 0, out, 0, out.length);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += out[i] * (dOut[i] - mean);
    }
  }

  /** As {@link Ops#logSoftmax(double[])}. */
  public static void logSoftmax(double[] x, double[] out) {
    Lengths.equal("out", out.length, x.length);
    double largest = largest(x);
    double logarithm = Math.log(sum(x, largest));
    for (int i = 0; i < out.length; i++) {
      out[i] = x[i] - largest - logarithm;
    }
  }

  /** Adds {@code dOut[i] - exp(out[i]) sum dOut}. */
  public static void logSoftmaxByX(double[] x, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, out, dOut, dX);
    double total = Sums.of(dOut);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] - Math.exp(out[i]) * total;
    }
  }

  private static void checkDerivative(double[] x, double[] out, double[] dOut, double[] dX) {
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
  }

  static double largest(double[] x) {
    double largest = Double.NEGATIVE_INFINITY;
    for (double each : x) {
      largest = Math.max(largest, each);
    }
    return largest;
  }

  static double sum(double[] x, double largest) {
    double sum = 0;
    for (double each : x) {
      sum += Math.exp(each - largest);
    }
    return sum;
  }

  /** As {@link Ops#softmax(float[])}. */
  public static void softmax(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    float largest = largest(x);
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) Math.exp((double) x[i] - largest);
    }
    float sum = (float) Sums.of(out);
    for (int i = 0; i < out.length; i++) {
      out[i] /= sum;
    }
  }

  /** Adds {@code out[i] (dOut[i] - sum dOut out)}. */
  public static void softmaxByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    float mean = Sums.products(dOut, 0, out, 0, out.length);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += out[i] * (dOut[i] - mean);
    }
  }

  /** As {@link Ops#logSoftmax(float[])}. */
  public static void logSoftmax(float[] x, float[] out) {
    Lengths.equal("out", out.length, x.length);
    float largest = largest(x);
    double logarithm = Math.log(sum(x, largest));
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) ((double) x[i] - largest - logarithm);
    }
  }

  /** Adds {@code dOut[i] - exp(out[i]) sum dOut}. */
  public static void logSoftmaxByX(float[] x, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, out, dOut, dX);
    double total = Sums.of(dOut);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += (float) (dOut[i] - Math.exp(out[i]) * total);
    }
  }

  private static void checkDerivative(float[] x, float[] out, float[] dOut, float[] dX) {
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
  }

  static float largest(float[] x) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float each : x) {
      largest = Math.max(largest, each);
    }
    return largest;
  }

  private static double sum(float[] x, float largest) {
    double sum = 0;
    for (float each : x) {
      sum += Math.exp((double) each - largest);
    }
    return sum;
  }
}
