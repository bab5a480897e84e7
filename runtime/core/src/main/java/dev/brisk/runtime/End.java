package dev.brisk.runtime;

/** Why a run ended. */
public enum End {
  /** It has not: epochs are left of a {@link TrainingRun}. */
  OPEN("not at its end"),

  /** All that was asked for is done. */
  COMPLETE("complete"),

  /** It became no better, see {@link Fit#earlyStopping}. */
  EARLY("stopped early"),

  /** Its time was over, see {@link Fit#timeBudget}. */
  TIME("its time was over"),

  /** Its thread was interrupted, or the process asked to end, see {@link Fit#stopOnShutdown}. */
  INTERRUPTED("interrupted");

  private final String words;

  End(String words) {
    this.words = words;
  }

  /** In words, as in the text of a report. */
  public String words() {
    return words;
  }
}
