package dev.brisk.runtime;

/**
 * The run that {@link dev.brisk.Training} declares; 0 stands for what it leaves open.
 *
 * @param epochs passes over the examples
 * @param batchSize examples of one batch
 * @param examples examples of one pass
 * @param accumulate batches of one update; 1 where nothing is said
 */
public record RunPlan(int epochs, int batchSize, int examples, int accumulate) {
  /** Nothing declared. */
  public static final RunPlan OPEN = new RunPlan(0, 0, 0);

  /** A run in which every batch is an update. */
  public RunPlan(int epochs, int batchSize, int examples) {
    this(epochs, batchSize, examples, 1);
  }

  /** Whether the number of updates follows from what is declared. */
  public boolean isComplete() {
    return epochs > 0 && examples > 0 && examplesPerUpdate() > 0;
  }

  /** The number of examples of one update, except for a last short one; 0 if it is left open. */
  public long examplesPerUpdate() {
    return (long) Math.max(batchSize, 0) * Math.max(accumulate, 0);
  }

  /**
   * The number of updates of a complete plan; what is left of the examples at the end of an epoch
   * is an update of its own.
   */
  public long steps() {
    long perUpdate = examplesPerUpdate();
    return epochs * ((examples + perUpdate - 1) / perUpdate);
  }
}
