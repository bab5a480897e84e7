package dev.brisk.ops;

/** Refuses arrays and extents that do not fit each other. */
final class Lengths {
  private Lengths() {}

  /** An array has the expected length. */
  static void equal(String argument, int length, int expected) {
    if (length != expected) {
      throw refused(argument, length, Integer.toString(expected));
    }
  }

  /** An array has the length of a table of rows. */
  static void product(String argument, int length, int rows, int width) {
    long expected = (long) rows * width;
    if (length != expected) {
      throw refused(argument, length, rows + " x " + width + " = " + expected);
    }
  }

  /** An array is a table of rows of this width, which is not 0, and has at least one. */
  static void multiple(String argument, int length, int width) {
    if (length == 0 || length % width != 0) {
      throw refused(argument, length, "a multiple of " + width);
    }
  }

  /** An array has values. */
  static void notEmpty(String argument, int length) {
    if (length == 0) {
      throw refused(argument, length, "at least 1");
    }
  }

  /** Result and derivative by it are of the result's length. */
  static void results(int out, int dOut, int expected) {
    equal("out", out, expected);
    equal("dOut", dOut, expected);
  }

  /** An extent is at least 1. */
  static void positive(String argument, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(argument + " is " + value + ", expected at least 1");
    }
  }

  /** A number is in [{@code least}, {@code most}]. */
  static void within(String argument, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          argument + " is " + value + ", expected in [" + least + ", " + most + "]");
    }
  }

  /** An index of a row is in range. */
  static void index(String argument, int value, int rows) {
    if (value < 0 || value >= rows) {
      throw new IndexOutOfBoundsException(
          argument + " is " + value + ", expected in [0, " + rows + ")");
    }
  }

  /** The range {@code [from, to)} is a part of {@code length} elements; it may be empty. */
  static void range(int from, int to, int length) {
    if (from < 0 || from > to || to > length) {
      throw new IndexOutOfBoundsException(
          "[" + from + ", " + to + ") is not a range of the " + length + " elements");
    }
  }

  /** The length of a result, if an array can have it. */
  static int result(long length) {
    if (length > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "the result has length " + length + ", expected at most " + Integer.MAX_VALUE);
    }
    return (int) length;
  }

  private static IllegalArgumentException refused(String argument, int length, String expected) {
    return new IllegalArgumentException(
        argument + " has length " + length + ", expected " + expected);
  }
}
