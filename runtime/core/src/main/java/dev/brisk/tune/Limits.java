package dev.brisk.tune;

/** Checks of options, each with a message that names the argument, the value and the limit. */
final class Limits {
  private Limits() {}

  static void atLeast(String argument, long value, long least) {
    if (value < least) {
      throw new IllegalArgumentException(
          argument + " is " + value + ", expected at least " + least);
    }
  }

  static void positive(String argument, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          argument + " is " + value + ", expected a finite value above 0");
    }
  }

  static void above(String argument, double value, String limit, double least) {
    if (!(value > least && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          argument + " is " + value + ", expected a finite value above " + limit);
    }
  }

  /** In [0, 1). */
  static void share(String argument, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(argument + " is " + value + ", expected in [0, 1)");
    }
  }

  /** In (0, 1]. */
  static void positiveShare(String argument, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(argument + " is " + value + ", expected in (0, 1]");
    }
  }
}
