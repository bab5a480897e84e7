package dev.brisk.runtime;

import java.util.Arrays;
import java.util.List;

/** Two-dimensional arrays, row by row; rows may differ in length. Written for generated code. */
public final class Rows {
  private Rows() {}

  /** Sets every element to 0. */
  public static void clear(double[][] rows) {
    for (double[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Sets every element to 0. */
  public static void clear(float[][] rows) {
    for (float[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Sets every element to 0. */
  public static void clear(int[][] rows) {
    for (int[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Sets every element to 0. */
  public static void clear(long[][] rows) {
    for (long[] row : rows) {
      Arrays.fill(row, 0);
    }
  }

  /** Sets every element to false. */
  public static void clear(boolean[][] rows) {
    for (boolean[] row : rows) {
      Arrays.fill(row, false);
    }
  }

  /** An array of zeros with rows of the same lengths. */
  public static double[][] zerosLike(double[][] rows) {
    double[][] zeros = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      zeros[i] = new double[rows[i].length];
    }
    return zeros;
  }

  /** The number of elements of all rows. */
  public static int size(double[][] rows) {
    int size = 0;
    for (double[] row : rows) {
      size += row.length;
    }
    return size;
  }

  /** Copies the rows, one after the other, to {@code out} from {@code at} on. */
  public static void copy(double[][] rows, double[] out, int at) {
    int next = at;
    for (double[] row : rows) {
      System.arraycopy(row, 0, out, next, row.length);
      next += row.length;
    }
  }

  /** Copies {@code values} from {@code at} on into the rows, one after the other. */
  public static void fill(double[][] rows, double[] values, int at) {
    int next = at;
    for (double[] row : rows) {
      System.arraycopy(values, next, row, 0, row.length);
      next += row.length;
    }
  }

  /** The extents, if all rows have one length; else the number of all elements. */
  public static List<Integer> shape(double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    return Arrays.stream(rows).allMatch(row -> row.length == columns)
        ? List.of(rows.length, columns)
        : List.of(size(rows));
  }

  /** An array of zeros with rows of the same lengths. */
  public static float[][] zerosLike(float[][] rows) {
    float[][] zeros = new float[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      zeros[i] = new float[rows[i].length];
    }
    return zeros;
  }

  /** The number of elements of all rows. */
  public static int size(float[][] rows) {
    int size = 0;
    for (float[] row : rows) {
      size += row.length;
    }
    return size;
  }

  /** Copies the rows, one after the other, to {@code out} from {@code at} on. */
  public static void copy(float[][] rows, float[] out, int at) {
    int next = at;
    for (float[] row : rows) {
      System.arraycopy(row, 0, out, next, row.length);
      next += row.length;
    }
  }

  /** Copies {@code values} from {@code at} on into the rows, one after the other. */
  public static void fill(float[][] rows, float[] values, int at) {
    int next = at;
    for (float[] row : rows) {
      System.arraycopy(values, next, row, 0, row.length);
      next += row.length;
    }
  }

  /** The extents, if all rows have one length; else the number of all elements. */
  public static List<Integer> shape(float[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    return Arrays.stream(rows).allMatch(row -> row.length == columns)
        ? List.of(rows.length, columns)
        : List.of(size(rows));
  }
}
