package dev.brisk.runtime;

import java.util.Locale;

/** How numbers read in what is printed of a run: the same everywhere, in six digits. */
final class Figures {
  /** Characters of the widest figure, such as {@code -1.23457e-05}. */
  static final int WIDTH = 12;

  private Figures() {}

  static String of(double value) {
    return String.format(Locale.ROOT, "%.6g", value);
  }

  /** The text, filled up with spaces on its left. */
  static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
