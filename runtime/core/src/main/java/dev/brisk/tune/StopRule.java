package dev.brisk.tune;

/** The loss that a sweep of rates stops at, since what comes after has nothing to tell. */
public enum StopRule {
  /** A multiple of the loss before the first update. */
  FIRST,

  /** A multiple of the lowest loss so far, as a moving average of ten steps tells it. */
  BEST
}
