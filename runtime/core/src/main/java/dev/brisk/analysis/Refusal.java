package dev.brisk.analysis;

/** Refuses arguments, with the value and what was expected. */
final class Refusal {
  private Refusal() {}

  static void require(boolean holds, String argument, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(argument + " is " + value + ", expected " + expected);
    }
  }

  static void requireRate(double rate) {
    require(
        rate >= 0 && rate < Double.POSITIVE_INFINITY,
        "the learning rate",
        rate,
        "finite and at least 0");
  }
}
