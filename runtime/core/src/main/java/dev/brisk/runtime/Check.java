package dev.brisk.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks of arguments, each with a message that names the argument, the value and the limit. Used
 * by generated trainers before the first write of a step.
 */
public final class Check {
  private Check() {}

  /** The value is at least 1. */
  static void positive(String argument, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(argument + " is " + value + ", expected at least 1");
    }
  }

  /** The value is one that a learning rate may have. */
  static void rate(String argument, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          argument + " is " + value + ", expected a finite value of at least 0");
    }
  }

  /** The array has the expected length. */
  public static void length(String argument, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          argument + " has length " + length + ", expected " + expected);
    }
  }

  /** An array that is written while another is read is not the same one. */
  public static void other(String out, Object written, String argument, Object read) {
    if (written == read) {
      throw new IllegalArgumentException(
          out + " is the array " + argument + ", which is still read while it is written");
    }
  }

  /** The range {@code [from, to)} is a part of {@code size} examples, and not empty. */
  public static void batch(int from, int to, int size) {
    if (from < 0 || from >= to || to > size) {
      throw new IndexOutOfBoundsException(
          "batch [" + from + ", " + to + ") is not a range of the " + size + " examples");
    }
  }

  /** Two columns of examples have the same number of rows, and at least one. */
  public static void rows(String column, int rows, String firstColumn, int expected) {
    if (rows != expected) {
      throw new IllegalArgumentException(
          column + " has " + rows + " rows, " + firstColumn + " has " + expected);
    }
    if (rows == 0) {
      throw new IllegalArgumentException(column + " has no rows, expected at least 1");
    }
  }

  /** There is an array for each column of examples, of its type. */
  public static void columns(List<ExampleColumn> expected, @Nullable Object[] columns) {
    if (columns.length != expected.size()) {
      throw new IllegalArgumentException(
          "columns has length "
              + columns.length
              + ", expected "
              + expected.size()
              + ": "
              + expected.stream().map(ExampleColumn::name).toList());
    }
    for (int i = 0; i < columns.length; i++) {
      ExampleColumn column = expected.get(i);
      Object values = columns[i];
      if (!column.type().isInstance(values)) {
        throw new IllegalArgumentException(
            "the column "
                + column.name()
                + " is "
                + (values == null ? "null" : "of type " + values.getClass().getTypeName())
                + ", expected "
                + column.type().getTypeName());
      }
    }
  }

  /** A row of a column has the expected length. */
  public static void row(String column, int row, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          column + "[" + row + "] has length " + length + ", expected " + expected);
    }
  }

  /** The array has the expected number of rows, each of the expected length. */
  public static void extents(String argument, double[][] values, int rows, int columns) {
    length(argument, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(argument, i, values[i].length, columns);
      }
    }
  }

  /** The array has the expected number of rows, each of the expected length. */
  public static void extents(String argument, float[][] values, int rows, int columns) {
    length(argument, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(argument, i, values[i].length, columns);
      }
    }
  }

  /** The array has the expected number of rows, each of the expected length. */
  public static void extents(String argument, int[][] values, int rows, int columns) {
    length(argument, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(argument, i, values[i].length, columns);
      }
    }
  }

  /** The array has the expected number of rows, each of the expected length. */
  public static void extents(String argument, long[][] values, int rows, int columns) {
    length(argument, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(argument, i, values[i].length, columns);
      }
    }
  }

  /** The array has the expected number of rows, each of the expected length. */
  public static void extents(String argument, boolean[][] values, int rows, int columns) {
    length(argument, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(argument, i, values[i].length, columns);
      }
    }
  }

  /** An array of a column of examples has the expected number of rows and columns. */
  public static void row(String column, int row, double[][] values, int rows, int columns) {
    row(column, row, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(column + "[" + row + "]", i, values[i].length, columns);
      }
    }
  }

  /** An array of a column of examples has the expected number of rows and columns. */
  public static void row(String column, int row, float[][] values, int rows, int columns) {
    row(column, row, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(column + "[" + row + "]", i, values[i].length, columns);
      }
    }
  }

  /** An array of a column of examples has the expected number of rows and columns. */
  public static void row(String column, int row, int[][] values, int rows, int columns) {
    row(column, row, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(column + "[" + row + "]", i, values[i].length, columns);
      }
    }
  }

  /** An array of a column of examples has the expected number of rows and columns. */
  public static void row(String column, int row, long[][] values, int rows, int columns) {
    row(column, row, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(column + "[" + row + "]", i, values[i].length, columns);
      }
    }
  }

  /** An array of a column of examples has the expected number of rows and columns. */
  public static void row(String column, int row, boolean[][] values, int rows, int columns) {
    row(column, row, values.length, rows);
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row(column + "[" + row + "]", i, values[i].length, columns);
      }
    }
  }

  /** A parameter of a model is an array, of any length. */
  public static void parameter(String name, double @Nullable [] values) {
    parameter(name, values, values == null ? 0 : values.length);
  }

  /** A parameter of a model is an array, of any length. */
  public static void parameter(String name, float @Nullable [] values) {
    parameter(name, values, values == null ? 0 : values.length);
  }

  /** A parameter of a model is an array of the expected length. */
  public static void parameter(String name, double @Nullable [] values, int expected) {
    if (values == null) {
      throw missing(name);
    }
    if (values.length != expected) {
      // Not through a text made beforehand: this runs at every step.
      length("the parameter " + name, values.length, expected);
    }
  }

  /** A parameter of a model is an array of the expected length. */
  public static void parameter(String name, float @Nullable [] values, int expected) {
    if (values == null) {
      throw missing(name);
    }
    if (values.length != expected) {
      // Not through a text made beforehand: this runs at every step.
      length("the parameter " + name, values.length, expected);
    }
  }

  /** A parameter of a model is an array of rows, of any lengths. */
  public static void parameter(String name, double @Nullable [] @Nullable [] values) {
    if (values == null) {
      throw missing(name);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw missing(name + "[" + i + "]");
      }
    }
  }

  /** A parameter of a model is an array of the expected number of rows, each of that length. */
  public static void parameter(
      String name, double @Nullable [] @Nullable [] values, int rows, int columns) {
    parameter(name, values);
    if (values.length != rows) {
      length("the parameter " + name, values.length, rows);
    }
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row("the parameter " + name, i, values[i].length, columns);
      }
    }
  }

  /** A parameter of a model is an array with rows of the same lengths as those of another. */
  public static void parameter(
      String name, double @Nullable [] @Nullable [] values, double[][] like) {
    parameter(name, values);
    if (values.length != like.length) {
      length("the parameter " + name, values.length, like.length);
    }
    for (int i = 0; i < like.length; i++) {
      if (values[i].length != like[i].length) {
        row("the parameter " + name, i, values[i].length, like[i].length);
      }
    }
  }

  /** A parameter of a model is an array of rows, of any lengths. */
  public static void parameter(String name, float @Nullable [] @Nullable [] values) {
    if (values == null) {
      throw missing(name);
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        throw missing(name + "[" + i + "]");
      }
    }
  }

  /** A parameter of a model is an array of the expected number of rows, each of that length. */
  public static void parameter(
      String name, float @Nullable [] @Nullable [] values, int rows, int columns) {
    parameter(name, values);
    if (values.length != rows) {
      length("the parameter " + name, values.length, rows);
    }
    for (int i = 0; i < rows; i++) {
      if (values[i].length != columns) {
        row("the parameter " + name, i, values[i].length, columns);
      }
    }
  }

  /** A parameter of a model is an array with rows of the same lengths as those of another. */
  public static void parameter(
      String name, float @Nullable [] @Nullable [] values, float[][] like) {
    parameter(name, values);
    if (values.length != like.length) {
      length("the parameter " + name, values.length, like.length);
    }
    for (int i = 0; i < like.length; i++) {
      if (values[i].length != like[i].length) {
        row("the parameter " + name, i, values[i].length, like[i].length);
      }
    }
  }

  /** A parameter of a model is an array of the expected number of rows; rows are not looked at. */
  public static void parameter(String name, double @Nullable [] @Nullable [] values, int rows) {
    if (values == null) {
      throw missing(name);
    }
    if (values.length != rows) {
      length("the parameter " + name, values.length, rows);
    }
  }

  /** A parameter of a model is an array of the expected number of rows; rows are not looked at. */
  public static void parameter(String name, float @Nullable [] @Nullable [] values, int rows) {
    if (values == null) {
      throw missing(name);
    }
    if (values.length != rows) {
      length("the parameter " + name, values.length, rows);
    }
  }

  static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(
        "the parameter " + name + " is null; give it an array, or a shape in @Parameter");
  }
}
