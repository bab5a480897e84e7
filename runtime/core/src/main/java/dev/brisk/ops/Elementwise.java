package dev.brisk.ops;

/** Arithmetic element by element, in place: the forms that {@link InPlace} describes. */
public final class Elementwise {
  private Elementwise() {}

  /** As {@link Ops#add(double[], double[])}. */
  public static void add(double[] a, double[] b, double[] out) {
    checkOperands(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + b[i];
    }
  }

  /** Adds {@code dOut}. */
  public static void addByA(double[] a, double[] b, double[] out, double[] dOut, double[] dA) {
    checkDerivative(a, b, out, dOut, "dA", dA);
    addTo(dOut, dA);
  }

  /** Adds {@code dOut}. */
  public static void addByB(double[] a, double[] b, double[] out, double[] dOut, double[] dB) {
    checkDerivative(a, b, out, dOut, "dB", dB);
    addTo(dOut, dB);
  }

  /** As {@link Ops#subtract(double[], double[])}. */
  public static void subtract(double[] a, double[] b, double[] out) {
    checkOperands(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] - b[i];
    }
  }

  /** Adds {@code dOut}. */
  public static void subtractByA(double[] a, double[] b, double[] out, double[] dOut, double[] dA) {
    checkDerivative(a, b, out, dOut, "dA", dA);
    addTo(dOut, dA);
  }

  /** Adds {@code -dOut}. */
  public static void subtractByB(double[] a, double[] b, double[] out, double[] dOut, double[] dB) {
    checkDerivative(a, b, out, dOut, "dB", dB);
    for (int i = 0; i < dB.length; i++) {
      dB[i] -= dOut[i];
    }
  }

  /** As {@link Ops#multiply(double[], double[])}. */
  public static void multiply(double[] a, double[] b, double[] out) {
    checkOperands(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
  }

  /** Adds {@code dOut[i] b[i]}. */
  public static void multiplyByA(double[] a, double[] b, double[] out, double[] dOut, double[] dA) {
    checkDerivative(a, b, out, dOut, "dA", dA);
    for (int i = 0; i < dA.length; i++) {
      dA[i] += dOut[i] * b[i];
    }
  }

  /** Adds {@code dOut[i] a[i]}. */
  public static void multiplyByB(double[] a, double[] b, double[] out, double[] dOut, double[] dB) {
    checkDerivative(a, b, out, dOut, "dB", dB);
    for (int i = 0; i < dB.length; i++) {
      dB[i] += dOut[i] * a[i];
    }
  }

  /** As {@link Ops#scale(double[], double)}. */
  public static void scale(double[] x, double factor, double[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = factor * x[i];
    }
  }

  /** Adds {@code factor dOut[i]}. */
  public static void scaleByX(double[] x, double factor, double[] out, double[] dOut, double[] dX) {
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += factor * dOut[i];
    }
  }

  /** {@code sum dOut[i] x[i]}. */
  public static double scaleByFactor(double[] x, double factor, double[] out, double[] dOut) {
    Lengths.results(out.length, dOut.length, x.length);
    return Sums.products(dOut, 0, x, 0, x.length);
  }

  private static void addTo(double[] dOut, double[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += dOut[i];
    }
  }

  private static void checkOperands(double[] a, double[] b, double[] out) {
    Lengths.equal("b", b.length, a.length);
    Lengths.equal("out", out.length, a.length);
  }

  private static void checkDerivative(
      double[] a, double[] b, double[] out, double[] dOut, String name, double[] gradient) {
    checkOperands(a, b, out);
    Lengths.equal("dOut", dOut.length, a.length);
    Lengths.equal(name, gradient.length, a.length);
  }

  /** As {@link Ops#add(float[], float[])}. */
  public static void add(float[] a, float[] b, float[] out) {
    checkOperands(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] + b[i];
    }
  }

  /** Adds {@code dOut}. */
  public static void addByA(float[] a, float[] b, float[] out, float[] dOut, float[] dA) {
    checkDerivative(a, b, out, dOut, "dA", dA);
    addTo(dOut, dA);
  }

  /** Adds {@code dOut}. */
  public static void addByB(float[] a, float[] b, float[] out, float[] dOut, float[] dB) {
    checkDerivative(a, b, out, dOut, "dB", dB);
    addTo(dOut, dB);
  }

  /** As {@link Ops#subtract(float[], float[])}. */
  public static void subtract(float[] a, float[] b, float[] out) {
    checkOperands(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] - b[i];
    }
  }

  /** Adds {@code dOut}. */
  public static void subtractByA(float[] a, float[] b, float[] out, float[] dOut, float[] dA) {
    checkDerivative(a, b, out, dOut, "dA", dA);
    addTo(dOut, dA);
  }

  /** Adds {@code -dOut}. */
  public static void subtractByB(float[] a, float[] b, float[] out, float[] dOut, float[] dB) {
    checkDerivative(a, b, out, dOut, "dB", dB);
    for (int i = 0; i < dB.length; i++) {
      dB[i] -= dOut[i];
    }
  }

  /** As {@link Ops#multiply(float[], float[])}. */
  public static void multiply(float[] a, float[] b, float[] out) {
    checkOperands(a, b, out);
    for (int i = 0; i < out.length; i++) {
      out[i] = a[i] * b[i];
    }
  }

  /** Adds {@code dOut[i] b[i]}. */
  public static void multiplyByA(float[] a, float[] b, float[] out, float[] dOut, float[] dA) {
    checkDerivative(a, b, out, dOut, "dA", dA);
    for (int i = 0; i < dA.length; i++) {
      dA[i] += dOut[i] * b[i];
    }
  }

  /** Adds {@code dOut[i] a[i]}. */
  public static void multiplyByB(float[] a, float[] b, float[] out, float[] dOut, float[] dB) {
    checkDerivative(a, b, out, dOut, "dB", dB);
    for (int i = 0; i < dB.length; i++) {
      dB[i] += dOut[i] * a[i];
    }
  }

  /** As {@link Ops#scale(float[], float)}. */
  public static void scale(float[] x, float factor, float[] out) {
    Lengths.equal("out", out.length, x.length);
    for (int i = 0; i < out.length; i++) {
      out[i] = factor * x[i];
    }
  }

  /** Adds {@code factor dOut[i]}. */
  public static void scaleByX(float[] x, float factor, float[] out, float[] dOut, float[] dX) {
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += factor * dOut[i];
    }
  }

  /** {@code sum dOut[i] x[i]}. */
  public static float scaleByFactor(float[] x, float factor, float[] out, float[] dOut) {
    Lengths.results(out.length, dOut.length, x.length);
    return Sums.products(dOut, 0, x, 0, x.length);
  }

  private static void addTo(float[] dOut, float[] gradient) {
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += dOut[i];
    }
  }

  private static void checkOperands(float[] a, float[] b, float[] out) {
    Lengths.equal("b", b.length, a.length);
    Lengths.equal("out", out.length, a.length);
  }

  private static void checkDerivative(
      float[] a, float[] b, float[] out, float[] dOut, String name, float[] gradient) {
    checkOperands(a, b, out);
    Lengths.equal("dOut", dOut.length, a.length);
    Lengths.equal(name, gradient.length, a.length);
  }
}
