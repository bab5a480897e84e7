package dev.brisk;

/** What a {@link Schedule} counts its lengths in. */
public enum Interval {
  /** Updates. */
  STEP,

  /**
   * Completed passes over the examples: the rate stays the same until {@code fit}, or {@code
   * endEpoch()} of the trainer, ends one. Counted from the end of the {@link Warmup}, whose own
   * length stays in updates.
   */
  EPOCH
}
