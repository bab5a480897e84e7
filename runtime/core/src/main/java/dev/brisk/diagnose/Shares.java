package dev.brisk.diagnose;

import dev.brisk.text.Digits;
import java.util.Locale;

/** How shares read in findings. */
final class Shares {
  private Shares() {}

  static String percent(double share) {
    double percent = 100 * share;
    return Math.abs(percent) < 1
        ? Digits.of(percent) + " %"
        : String.format(Locale.ROOT, "%.0f %%", percent);
  }
}
