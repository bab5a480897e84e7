package dev.brisk.check;

import java.util.Locale;

/** How numbers read in a message: the same everywhere, in seven digits. */
final class Figures {
  private Figures() {}

  static String of(double value) {
    return String.format(Locale.ROOT, "%.7g", value);
  }
}
