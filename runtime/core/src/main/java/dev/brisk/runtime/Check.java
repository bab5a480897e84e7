package dev.brisk.runtime;

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

  /** The array has the expected length. */
  public static void length(String argument, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          argument + " has length " + length + ", expected " + expected);
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

  /** A row of a column has the expected length. */
  public static void row(String column, int row, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          column + "[" + row + "] has length " + length + ", expected " + expected);
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

  private static IllegalArgumentException missing(String name) {
    return new IllegalArgumentException(
        "the parameter " + name + " is null; give it an array, or a shape in @Parameter");
  }
}
