package dev.brisk;

/** What {@link Schedule#threshold()} of {@link Decay#PLATEAU} is measured by. */
public enum ThresholdMode {
  /**
   * A share of the best value so far: lower is better below {@code best * (1 - threshold)}, higher
   * above {@code best * (1 + threshold)}. Meant for values above 0.
   */
  RELATIVE,

  /**
   * A distance from the best value so far: lower is better below {@code best - threshold}, higher
   * above {@code best + threshold}.
   */
  ABSOLUTE
}
