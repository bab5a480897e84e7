package dev.brisk.ops;

/**
 * Sums in an order that depends on the number of terms alone. Terms are dealt out to four partial
 * sums in turn, those beyond the last four go to the first one, and the result is {@code (s0 + s1)
 * + (s2 + s3)}. So a processor adds four terms at a time, which it may not do to a single sum.
 */
final class Sums {
  private Sums() {}

  /** {@code sum a[aFrom + i] b[bFrom + i]} over {@code i} in [0, {@code length}). */
  static double products(double[] a, int aFrom, double[] b, int bFrom, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < length - 3; i += 4) {
      s0 += a[aFrom + i] * b[bFrom + i];
      s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
      s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
      s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aFrom + i] * b[bFrom + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The sum of {@code length} elements, the first of them at {@code from}. */
  static double of(double[] x, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < length - 3; i += 4) {
      s0 += x[from + i];
      s1 += x[from + i + 1];
      s2 += x[from + i + 2];
      s3 += x[from + i + 3];
    }
    for (; i < length; i++) {
      s0 += x[from + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  static double of(double[] x) {
    return of(x, 0, x.length);
  }

  /** {@code sum (x[i] - centre)^2}. */
  static double ofSquares(double[] x, double centre) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < x.length - 3; i += 4) {
      s0 += (x[i] - centre) * (x[i] - centre);
      s1 += (x[i + 1] - centre) * (x[i + 1] - centre);
      s2 += (x[i + 2] - centre) * (x[i + 2] - centre);
      s3 += (x[i + 3] - centre) * (x[i + 3] - centre);
    }
    for (; i < x.length; i++) {
      s0 += (x[i] - centre) * (x[i] - centre);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Adds {@code factor x[i]}: the derivative of a sum of products. */
  static void addScaled(double[] x, double factor, double[] gradient) {
    Lengths.equal("gradient", gradient.length, x.length);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += factor * x[i];
    }
  }

  /** Adds a number to each element: the derivative of a sum. */
  static void addToAll(double[] x, double number, double[] gradient) {
    Lengths.equal("gradient", gradient.length, x.length);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += number;
    }
  }

  /** {@code sum a[aFrom + i] b[bFrom + i]} over {@code i} in [0, {@code length}). */
  static float products(float[] a, int aFrom, float[] b, int bFrom, int length) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = 0;
    for (; i < length - 3; i += 4) {
      s0 += a[aFrom + i] * b[bFrom + i];
      s1 += a[aFrom + i + 1] * b[bFrom + i + 1];
      s2 += a[aFrom + i + 2] * b[bFrom + i + 2];
      s3 += a[aFrom + i + 3] * b[bFrom + i + 3];
    }
    for (; i < length; i++) {
      s0 += a[aFrom + i] * b[bFrom + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** The sum of {@code length} elements, the first of them at {@code from}. */
  static double of(float[] x, int from, int length) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < length - 3; i += 4) {
      s0 += x[from + i];
      s1 += x[from + i + 1];
      s2 += x[from + i + 2];
      s3 += x[from + i + 3];
    }
    for (; i < length; i++) {
      s0 += x[from + i];
    }
    return (s0 + s1) + (s2 + s3);
  }

  static double of(float[] x) {
    return of(x, 0, x.length);
  }

  /** {@code sum (x[i] - centre)^2}. */
  static double ofSquares(float[] x, double centre) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int i = 0;
    for (; i < x.length - 3; i += 4) {
      s0 += (x[i] - centre) * (x[i] - centre);
      s1 += (x[i + 1] - centre) * (x[i + 1] - centre);
      s2 += (x[i + 2] - centre) * (x[i + 2] - centre);
      s3 += (x[i + 3] - centre) * (x[i + 3] - centre);
    }
    for (; i < x.length; i++) {
      s0 += (x[i] - centre) * (x[i] - centre);
    }
    return (s0 + s1) + (s2 + s3);
  }

  /** Adds {@code factor x[i]}: the derivative of a sum of products. */
  static void addScaled(float[] x, float factor, float[] gradient) {
    Lengths.equal("gradient", gradient.length, x.length);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += factor * x[i];
    }
  }

  /** Adds a number to each element: the derivative of a sum. */
  static void addToAll(float[] x, float number, float[] gradient) {
    Lengths.equal("gradient", gradient.length, x.length);
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] += number;
    }
  }
}
