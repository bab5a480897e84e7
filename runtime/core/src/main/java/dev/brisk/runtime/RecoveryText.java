package dev.brisk.runtime;

/** A recovery as one line of text, exact: its figures, and its reason as the rest. */
final class RecoveryText {
  private static final int PARTS = 5;

  private RecoveryText() {}

  static String of(Recovery recovery) {
    return recovery.step()
        + " "
        + recovery.restoredStep()
        + " "
        + recovery.fromRate()
        + " "
        + recovery.toRate()
        + " "
        + recovery.reason();
  }

  /**
   * The recovery that a text says.
   *
   * @throws IllegalArgumentException if the text is not of that form
   */
  static Recovery read(String text) {
    String[] parts = text.split(" ", PARTS);
    if (parts.length < PARTS) {
      throw new IllegalArgumentException(text);
    }
    return new Recovery(
        Long.parseLong(parts[0]),
        Long.parseLong(parts[1]),
        Double.parseDouble(parts[2]),
        Double.parseDouble(parts[3]),
        parts[4]);
  }
}
