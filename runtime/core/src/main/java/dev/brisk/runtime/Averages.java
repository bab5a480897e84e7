package dev.brisk.runtime;

/** Exchanges weights and their averages, element by element. Written for generated code. */
public final class Averages {
  private Averages() {}

  /** Each array has the elements of the other one afterwards; both are of the same length. */
  public static void exchange(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      double value = a[i];
      a[i] = b[i];
      b[i] = value;
    }
  }

  /** Each row has the elements of the other one afterwards; rows are of the same lengths. */
  public static void exchange(double[][] a, double[][] b) {
    for (int i = 0; i < a.length; i++) {
      exchange(a[i], b[i]);
    }
  }

  /** Each array has the elements of the other one afterwards; both are of the same length. */
  public static void exchange(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      float value = a[i];
      a[i] = b[i];
      b[i] = value;
    }
  }

  /** Each row has the elements of the other one afterwards; rows are of the same lengths. */
  public static void exchange(float[][] a, float[][] b) {
    for (int i = 0; i < a.length; i++) {
      exchange(a[i], b[i]);
    }
  }
}
