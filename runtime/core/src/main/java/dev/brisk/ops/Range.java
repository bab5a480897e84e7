package dev.brisk.ops;

/** Refuses arguments out of the range that an operation is defined on; NaN among them. */
final class Range {
  private Range() {}

  static void positive(String argument, double value) {
    if (!(value > 0)) {
      throw refused(argument, value, "a positive value");
    }
  }

  static void notNegative(String argument, double value) {
    if (!(value >= 0)) {
      throw refused(argument, value, "at least 0");
    }
  }

  static void fraction(String argument, double value) {
    if (!(value > 0 && value < 1)) {
      throw refused(argument, value, "in (0, 1)");
    }
  }

  static void share(String argument, double value) {
    if (!(value >= 0 && value < 1)) {
      throw refused(argument, value, "in [0, 1)");
    }
  }

  static void probability(String argument, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw refused(argument, value, "in [0, 1]");
    }
  }

  static void sign(String argument, double value) {
    if (value != 1 && value != -1) {
      throw refused(argument, value, "-1 or 1");
    }
  }

  private static IllegalArgumentException refused(String argument, double value, String expected) {
    return new IllegalArgumentException(argument + " is " + value + ", expected " + expected);
  }
}
