package dev.brisk.runtime;

/** Why a run ended. */
public enum End {
  /** It has not: epochs are left of a {@link TrainingRun}. */
  OPEN("not at its end"),

  /** All that was asked for is done. */
  COMPLETE("complete"),

  /** It became no better. */
  EARLY("stopped early"),

  /** Its time was over. */
  TIME("its time was over"),

  /** Its thread was interrupted, or the process was asked to end. */
  INTERRUPTED("interrupted");

  private final String words;

  End(String words) {
    this.words = words;
  }

  /** In words, as in the text of a report. */
  String words() {
    return words;
  }
}
