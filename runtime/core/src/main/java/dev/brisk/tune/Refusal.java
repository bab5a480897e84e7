package dev.brisk.tune;

/** Why a curve of losses over rates suggests nothing. */
public enum Refusal {
  /** Fewer than ten steps. */
  TOO_FEW_POINTS("too few points"),

  /** Fewer than ten steps before the loss rose too far, or was not finite. */
  DIVERGED_AT_ONCE("diverged at once"),

  /** The loss stays within 1 % of what it was before any update. */
  FLAT_CURVE("flat curve"),

  /**
   * The loss falls by a smaller share than {@link LearningRateFinder#leastFall}, or by no more than
   * chance may do: over the twelve steps up to the lowest point, the mean of what training took off
   * the loss of a batch is less than four of its standard errors.
   */
  NO_DESCENT("no descent"),

  /** The loss is lowest at the last rates of the range, and does not rise again. */
  MINIMUM_AT_EDGE("minimum at the edge"),

  /** The rule finds no rate, as that of logarithms where losses are not above 0. */
  RULE_NOT_APPLICABLE("rule not applicable");

  private final String words;

  Refusal(String words) {
    this.words = words;
  }

  /** The reason in words, {@code no descent}. */
  public String words() {
    return words;
  }
}
