package dev.brisk.report.landscape;

import java.util.Arrays;

/** Arithmetic of vectors. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double length(double[] a) {
    return Math.sqrt(dot(a, a));
  }

  static double[] minus(double[] a, double[] b) {
    double[] difference = new double[a.length];
    Arrays.setAll(difference, i -> a[i] - b[i]);
    return difference;
  }

  /** {@code a + factor b}. */
  static double[] plus(double[] a, double factor, double[] b) {
    double[] sum = new double[a.length];
    Arrays.setAll(sum, i -> a[i] + factor * b[i]);
    return sum;
  }

  /** So many numbers at the same distances, the first and the last as given. */
  static double[] evenly(double first, double last, int count) {
    double[] values = new double[count];
    Arrays.setAll(values, i -> first + (last - first) * i / (count - 1));
    values[count - 1] = last;
    return values;
  }
}
