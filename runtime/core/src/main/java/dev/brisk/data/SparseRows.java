package dev.brisk.data;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Rows of numbers that are 0 for the most part, each with a label: what is in a {@link LibsvmFile}.
 * Given as they are, {@link #indices} and {@link #doubleValues}, for a model with sparse
 * parameters, or filled up with zeros, {@link #doubles}.
 */
public final class SparseRows {
  private final String file;
  private final int width;
  private final List<Row> rows;

  /**
   * A row.
   *
   * @param line of the file, from 1
   * @param target the label
   * @param indices from 0, ascending
   * @param values finite, one for each index
   */
  record Row(long line, double target, int[] indices, double[] values) {}

  SparseRows(String file, int width, List<Row> rows) {
    this.file = file;
    this.width = width;
    this.rows = List.copyOf(rows);
  }

  SparseRows withWidth(int width) {
    return new SparseRows(file, width, rows);
  }

  /** The highest index, counted from 1; 1 if there is none. */
  int highestIndex() {
    return rows.stream()
        .map(Row::indices)
        .mapToInt(indices -> indices.length == 0 ? 1 : indices[indices.length - 1] + 1)
        .max()
        .orElse(1);
  }

  /** How many there are, at least 1. */
  public int rows() {
    return rows.size();
  }

  /** The numbers of a row with its zeros: all indices are below. */
  public int width() {
    return width;
  }

  /**
   * The indices of what is written in each row, from 0 to {@code width() - 1}, ascending. The file
   * counts from 1. These are not copies.
   */
  public int[][] indices() {
    return rows.stream().map(Row::indices).toArray(int[][]::new);
  }

  /** The values at the indices, in their order. These are not copies. */
  public double[][] doubleValues() {
    return rows.stream().map(Row::values).toArray(double[][]::new);
  }

  /**
   * The values at the indices, in their order, rounded to the nearest float.
   *
   * @throws DataException if one is too large for a float
   */
  public float[][] floatValues() {
    return rows.stream().map(this::floats).toArray(float[][]::new);
  }

  /** The rows with their zeros: each takes {@code 8 * width()} bytes. */
  public double[][] doubles() {
    return rows.stream()
        .map(
            row -> {
              double[] dense = new double[width];
              for (int i = 0; i < row.indices().length; i++) {
                dense[row.indices()[i]] = row.values()[i];
              }
              return dense;
            })
        .toArray(double[][]::new);
  }

  /**
   * The rows with their zeros, rounded to the nearest float: each takes {@code 4 * width()} bytes.
   *
   * @throws DataException if a value is too large for a float
   */
  public float[][] floats() {
    return rows.stream()
        .map(
            row -> {
              float[] values = floats(row);
              float[] dense = new float[width];
              for (int i = 0; i < values.length; i++) {
                dense[row.indices()[i]] = values[i];
              }
              return dense;
            })
        .toArray(float[][]::new);
  }

  /** The labels as numbers, finite. */
  public double[] targets() {
    return rows.stream().mapToDouble(Row::target).toArray();
  }

  /**
   * The labels as whole numbers.
   *
   * @throws DataException if one is not whole, below {@code lowest} or above {@code highest}
   */
  public int[] integers(int lowest, int highest) {
    return ints(
        row -> {
          double target = row.target();
          if (target != Math.rint(target) || target < lowest || target > highest) {
            throw wrongLabel(row, "a whole number from " + lowest + " to " + highest);
          }
          return (int) target;
        });
  }

  /**
   * {@link #integers} from 0 to {@code classes - 1}.
   *
   * @param classes how many there are, at least 1
   */
  public int[] labels(int classes) {
    NumericArray.checkClasses(classes);
    return integers(0, classes - 1);
  }

  /**
   * Classes of other numbers, counted from 0: {@code classesOf(-1, 1)} gives 0 for -1 and 1 for 1.
   *
   * @param labels the label of each class
   * @throws DataException if a row has another label
   */
  public int[] classesOf(double... labels) {
    return ints(
        row -> {
          for (int i = 0; i < labels.length; i++) {
            if (labels[i] == row.target()) {
              return i;
            }
          }
          throw wrongLabel(row, "one of " + Arrays.toString(labels));
        });
  }

  private float[] floats(Row row) {
    float[] floats = new float[row.values().length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) row.values()[i];
      if (Float.isInfinite(floats[i])) {
        throw DataException.inLine(
            file,
            row.line(),
            row.values()[i] + " at index " + (row.indices()[i] + 1),
            "a number that fits a float");
      }
    }
    return floats;
  }

  private int[] ints(ToIntFunction<Row> value) {
    return rows.stream().mapToInt(value).toArray();
  }

  private DataException wrongLabel(Row row, String expected) {
    return DataException.inLine(file, row.line(), "label " + row.target(), expected);
  }
}
