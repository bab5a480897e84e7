package dev.brisk.runtime;

import org.jspecify.annotations.Nullable;

/** What a run goes over. */
interface TrainingSet<E extends Examples<E>> {
  /** The number of all examples. */
  int size();

  /** The examples that are in memory at once. */
  int windowSize();

  /**
   * Refuses so many examples of an update.
   *
   * @throws IllegalArgumentException naming both
   */
  void check(long perUpdate);

  /** The class of its examples. */
  Class<?> type();

  /** The mean loss of all examples. */
  double loss(Trainer<E> trainer);

  /** Does updates from the trainer's position on, to the end of the epoch. */
  void goOn(
      GeneratedTrainer<E> trainer,
      boolean isShuffled,
      @Nullable Watch<E> watch,
      EpochUpdates.Listener listener);
}
