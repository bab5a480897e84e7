package dev.brisk.ops;

/**
 * Operations that copy numbers from one place to another, in place: the forms that {@link InPlace}
 * describes.
 */
public final class Copies {
  private Copies() {}

  /** The length of {@link Ops#embedding(double[], int, int)}: {@code width}. */
  public static int embeddingLength(double[] table, int width, int row) {
    Lengths.positive("width", width);
    Lengths.multiple("table", table.length, width);
    Lengths.index("row", row, table.length / width);
    return width;
  }

  /** As {@link Ops#embedding(double[], int, int)}. */
  public static void embedding(double[] table, int width, int row, double[] out) {
    Lengths.equal("out", out.length, embeddingLength(table, width, row));
    System.arraycopy(table, row * width, out, 0, width);
  }

  /** Adds {@code dOut} to the derivative by the row; the others have none. */
  public static void embeddingByTable(
      double[] table, int width, int row, double[] out, double[] dOut, double[] dTable) {
    Lengths.results(out.length, dOut.length, embeddingLength(table, width, row));
    Lengths.equal("dTable", dTable.length, table.length);
    add(dOut, 0, dTable, row * width, width);
  }

  /** The length of {@link Ops#concat(double[], double[])}: the sum of both. */
  public static int concatLength(double[] a, double[] b) {
    return Lengths.result((long) a.length + b.length);
  }

  /** As {@link Ops#concat(double[], double[])}. */
  public static void concat(double[] a, double[] b, double[] out) {
    Lengths.equal("out", out.length, concatLength(a, b));
    System.arraycopy(a, 0, out, 0, a.length);
    System.arraycopy(b, 0, out, a.length, b.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code a}. */
  public static void concatByA(double[] a, double[] b, double[] out, double[] dOut, double[] dA) {
    Lengths.results(out.length, dOut.length, concatLength(a, b));
    Lengths.equal("dA", dA.length, a.length);
    add(dOut, 0, dA, 0, a.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code b}. */
  public static void concatByB(double[] a, double[] b, double[] out, double[] dOut, double[] dB) {
    Lengths.results(out.length, dOut.length, concatLength(a, b));
    Lengths.equal("dB", dB.length, b.length);
    add(dOut, a.length, dB, 0, b.length);
  }

  /** The length of {@link Ops#concat(double[], double[], double[])}: the sum of all three. */
  public static int concatLength(double[] a, double[] b, double[] c) {
    return Lengths.result((long) a.length + b.length + c.length);
  }

  /** As {@link Ops#concat(double[], double[], double[])}. */
  public static void concat(double[] a, double[] b, double[] c, double[] out) {
    Lengths.equal("out", out.length, concatLength(a, b, c));
    System.arraycopy(a, 0, out, 0, a.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    System.arraycopy(c, 0, out, a.length + b.length, c.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code a}. */
  public static void concatByA(
      double[] a, double[] b, double[] c, double[] out, double[] dOut, double[] dA) {
    Lengths.results(out.length, dOut.length, concatLength(a, b, c));
    Lengths.equal("dA", dA.length, a.length);
    add(dOut, 0, dA, 0, a.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code b}. */
  public static void concatByB(
      double[] a, double[] b, double[] c, double[] out, double[] dOut, double[] dB) {
    Lengths.results(out.length, dOut.length, concatLength(a, b, c));
    Lengths.equal("dB", dB.length, b.length);
    add(dOut, a.length, dB, 0, b.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code c}. */
  public static void concatByC(
      double[] a, double[] b, double[] c, double[] out, double[] dOut, double[] dC) {
    Lengths.results(out.length, dOut.length, concatLength(a, b, c));
    Lengths.equal("dC", dC.length, c.length);
    add(dOut, a.length + b.length, dC, 0, c.length);
  }

  /** The length of {@link Ops#slice(double[], int, int)}: {@code to - from}. */
  public static int sliceLength(double[] x, int from, int to) {
    Lengths.range(from, to, x.length);
    return to - from;
  }

  /** As {@link Ops#slice(double[], int, int)}. */
  public static void slice(double[] x, int from, int to, double[] out) {
    Lengths.equal("out", out.length, sliceLength(x, from, to));
    System.arraycopy(x, from, out, 0, out.length);
  }

  /** Adds {@code dOut} to the derivative by the elements of the slice. */
  public static void sliceByX(
      double[] x, int from, int to, double[] out, double[] dOut, double[] dX) {
    Lengths.results(out.length, dOut.length, sliceLength(x, from, to));
    Lengths.equal("dX", dX.length, x.length);
    add(dOut, 0, dX, from, dOut.length);
  }

  private static void add(double[] dOut, int from, double[] gradient, int at, int length) {
    for (int i = 0; i < length; i++) {
      gradient[at + i] += dOut[from + i];
    }
  }

  /** The length of {@link Ops#embedding(float[], int, int)}: {@code width}. */
  public static int embeddingLength(float[] table, int width, int row) {
    Lengths.positive("width", width);
    Lengths.multiple("table", table.length, width);
    Lengths.index("row", row, table.length / width);
    return width;
  }

  /** As {@link Ops#embedding(float[], int, int)}. */
  public static void embedding(float[] table, int width, int row, float[] out) {
    Lengths.equal("out", out.length, embeddingLength(table, width, row));
    System.arraycopy(table, row * width, out, 0, width);
  }

  /** Adds {@code dOut} to the derivative by the row; the others have none. */
  public static void embeddingByTable(
      float[] table, int width, int row, float[] out, float[] dOut, float[] dTable) {
    Lengths.results(out.length, dOut.length, embeddingLength(table, width, row));
    Lengths.equal("dTable", dTable.length, table.length);
    add(dOut, 0, dTable, row * width, width);
  }

  /** The length of {@link Ops#concat(float[], float[])}: the sum of both. */
  public static int concatLength(float[] a, float[] b) {
    return Lengths.result((long) a.length + b.length);
  }

  /** As {@link Ops#concat(float[], float[])}. */
  public static void concat(float[] a, float[] b, float[] out) {
    Lengths.equal("out", out.length, concatLength(a, b));
    System.arraycopy(a, 0, out, 0, a.length);
    System.arraycopy(b, 0, out, a.length, b.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code a}. */
  public static void concatByA(float[] a, float[] b, float[] out, float[] dOut, float[] dA) {
    Lengths.results(out.length, dOut.length, concatLength(a, b));
    Lengths.equal("dA", dA.length, a.length);
    add(dOut, 0, dA, 0, a.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code b}. */
  public static void concatByB(float[] a, float[] b, float[] out, float[] dOut, float[] dB) {
    Lengths.results(out.length, dOut.length, concatLength(a, b));
    Lengths.equal("dB", dB.length, b.length);
    add(dOut, a.length, dB, 0, b.length);
  }

  /** The length of {@link Ops#concat(float[], float[], float[])}: the sum of all three. */
  public static int concatLength(float[] a, float[] b, float[] c) {
    return Lengths.result((long) a.length + b.length + c.length);
  }

  /** As {@link Ops#concat(float[], float[], float[])}. */
  public static void concat(float[] a, float[] b, float[] c, float[] out) {
    Lengths.equal("out", out.length, concatLength(a, b, c));
    System.arraycopy(a, 0, out, 0, a.length);
    System.arraycopy(b, 0, out, a.length, b.length);
    System.arraycopy(c, 0, out, a.length + b.length, c.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code a}. */
  public static void concatByA(
      float[] a, float[] b, float[] c, float[] out, float[] dOut, float[] dA) {
    Lengths.results(out.length, dOut.length, concatLength(a, b, c));
    Lengths.equal("dA", dA.length, a.length);
    add(dOut, 0, dA, 0, a.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code b}. */
  public static void concatByB(
      float[] a, float[] b, float[] c, float[] out, float[] dOut, float[] dB) {
    Lengths.results(out.length, dOut.length, concatLength(a, b, c));
    Lengths.equal("dB", dB.length, b.length);
    add(dOut, a.length, dB, 0, b.length);
  }

  /** Adds the part of {@code dOut} that belongs to {@code c}. */
  public static void concatByC(
      float[] a, float[] b, float[] c, float[] out, float[] dOut, float[] dC) {
    Lengths.results(out.length, dOut.length, concatLength(a, b, c));
    Lengths.equal("dC", dC.length, c.length);
    add(dOut, a.length + b.length, dC, 0, c.length);
  }

  /** The length of {@link Ops#slice(float[], int, int)}: {@code to - from}. */
  public static int sliceLength(float[] x, int from, int to) {
    Lengths.range(from, to, x.length);
    return to - from;
  }

  /** As {@link Ops#slice(float[], int, int)}. */
  public static void slice(float[] x, int from, int to, float[] out) {
    Lengths.equal("out", out.length, sliceLength(x, from, to));
    System.arraycopy(x, from, out, 0, out.length);
  }

  /** Adds {@code dOut} to the derivative by the elements of the slice. */
  public static void sliceByX(float[] x, int from, int to, float[] out, float[] dOut, float[] dX) {
    Lengths.results(out.length, dOut.length, sliceLength(x, from, to));
    Lengths.equal("dX", dX.length, x.length);
    add(dOut, 0, dX, from, dOut.length);
  }

  private static void add(float[] dOut, int from, float[] gradient, int at, int length) {
    for (int i = 0; i < length; i++) {
      gradient[at + i] += dOut[from + i];
    }
  }
}
