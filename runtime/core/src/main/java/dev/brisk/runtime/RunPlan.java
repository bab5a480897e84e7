package dev.brisk.runtime;

/**
 * The run that {@link dev.brisk.Training} declares; 0 stands for what it leaves open.
 *
 * @param epochs passes over the examples
 * @param batchSize examples of one update
 * @param examples examples of one pass
 */
public record RunPlan(int epochs, int batchSize, int examples) {
  /** Nothing declared. */
  public static final RunPlan OPEN = new RunPlan(0, 0, 0);

  /** Whether the number of updates follows from what is declared. */
  public boolean isComplete() {
    return epochs > 0 && batchSize > 0 && examples > 0;
  }

  /**
   * The number of updates of a complete plan; a last short batch of an epoch is an update of its
   * own.
   */
  public long steps() {
    return epochs * (((long) examples + batchSize - 1) / batchSize);
  }
}
