package dev.brisk.check;

/** What a comparison came to. */
public enum Verdict {
  /** Both agree within the tolerance. */
  RIGHT,
  /** The differences cannot tell: there is a kink or jump close by, or they are too coarse. */
  DOUBTFUL,
  /** They disagree by more than the differences can be wrong. */
  WRONG
}
