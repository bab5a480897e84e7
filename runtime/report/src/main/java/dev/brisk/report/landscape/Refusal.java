package dev.brisk.report.landscape;

/** Refuses arguments, with the value and what was expected. */
final class Refusal {
  private Refusal() {}

  static void require(boolean holds, String argument, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(argument + " is " + value + ", expected " + expected);
    }
  }

  static void requireFinite(String argument, double value) {
    require(Double.isFinite(value), argument, value, "a finite number");
  }
}
