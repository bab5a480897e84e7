package dev.brisk.kernel;

/**
 * The loops that HotSpot turns into vector instructions by itself. It does so, on JDK 17 and 25,
 * where every array is read and written at the loop's own index, and on neither where one is used
 * at an index with an offset. So whoever needs another part of an array copies it first.
 *
 * <p>How far a loop is unrolled depends on how often it went round on average. One loop for rows of
 * 10 and rows of 784 would be compiled for neither, so short rows have loops of their own.
 */
final class Loops {
  private static final int SHORT = 64;

  private Loops() {}

  /** {@code y[i] += x[i]} for {@code i} in {@code [from, to)}. */
  static void add(float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] += x[i];
    }
  }

  /** {@code y[i] = fma(f, x[i], y[i])} for {@code i} in {@code [0, length)}. */
  static void add(float f, float[] x, float[] y, int length) {
    if (length < SHORT) {
      addShort(f, x, y, length);
    } else {
      addLong(f, x, y, length);
    }
  }

  private static void addShort(float f, float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(f, x[i], y[i]);
    }
  }

  private static void addLong(float f, float[] x, float[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(f, x[i], y[i]);
    }
  }

  /**
   * Four times {@link #add(float, float[], float[], int)}, {@code a} first, with {@code y} read and
   * written once: the fastest shape that HotSpot vectorises.
   */
  static void add(
      float fa,
      float[] a,
      float fb,
      float[] b,
      float fc,
      float[] c,
      float fd,
      float[] d,
      float[] y,
      int length) {
    if (length < SHORT) {
      addShort(fa, a, fb, b, fc, c, fd, d, y, length);
    } else {
      addLong(fa, a, fb, b, fc, c, fd, d, y, length);
    }
  }

  private static void addShort(
      float fa,
      float[] a,
      float fb,
      float[] b,
      float fc,
      float[] c,
      float fd,
      float[] d,
      float[] y,
      int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], y[i]))));
    }
  }

  private static void addLong(
      float fa,
      float[] a,
      float fb,
      float[] b,
      float fc,
      float[] c,
      float fd,
      float[] d,
      float[] y,
      int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], y[i]))));
    }
  }

  /** {@code y[i] += x[i]} for {@code i} in {@code [from, to)}. */
  static void add(double[] x, double[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      y[i] += x[i];
    }
  }

  /** {@code y[i] = fma(f, x[i], y[i])} for {@code i} in {@code [0, length)}. */
  static void add(double f, double[] x, double[] y, int length) {
    if (length < SHORT) {
      addShort(f, x, y, length);
    } else {
      addLong(f, x, y, length);
    }
  }

  private static void addShort(double f, double[] x, double[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(f, x[i], y[i]);
    }
  }

  private static void addLong(double f, double[] x, double[] y, int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(f, x[i], y[i]);
    }
  }

  /**
   * Four times {@link #add(double, double[], double[], int)}, {@code a} first, with {@code y} read
   * and written once: the fastest shape that HotSpot vectorises.
   */
  static void add(
      double fa,
      double[] a,
      double fb,
      double[] b,
      double fc,
      double[] c,
      double fd,
      double[] d,
      double[] y,
      int length) {
    if (length < SHORT) {
      addShort(fa, a, fb, b, fc, c, fd, d, y, length);
    } else {
      addLong(fa, a, fb, b, fc, c, fd, d, y, length);
    }
  }

  private static void addShort(
      double fa,
      double[] a,
      double fb,
      double[] b,
      double fc,
      double[] c,
      double fd,
      double[] d,
      double[] y,
      int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], y[i]))));
    }
  }

  private static void addLong(
      double fa,
      double[] a,
      double fb,
      double[] b,
      double fc,
      double[] c,
      double fd,
      double[] d,
      double[] y,
      int length) {
    for (int i = 0; i < length; i++) {
      y[i] = Math.fma(fd, d[i], Math.fma(fc, c[i], Math.fma(fb, b[i], Math.fma(fa, a[i], y[i]))));
    }
  }
}
