package dev.brisk.runtime;

import java.io.Serializable;

/**
 * Does the updates of a fit in place of {@link Trainer#trainBatch}, where the examples are in other
 * processes or the gradient of a batch comes from several places. How long the run is, its
 * schedule, history, validation and checkpoints, and whatever else a {@link Fit} says, are as in a
 * fit on examples.
 *
 * <p>An update is to be a function of the trainer's state and the batch alone: then a run is the
 * same bit by bit when it is repeated, and when it is resumed.
 *
 * @param <E> the examples that the model's loss takes
 */
public interface BatchUpdates<E extends Examples<E>> {
  /** The number of all examples, at least 1. */
  int size();

  /** The class of the examples, which those of a validation are to have too. */
  Class<?> type();

  /**
   * How many updates are done by one call of {@link #update}; 1 without it. A fit hears of them all
   * at once: its listeners are told once, with the mean of their losses, and it writes a checkpoint
   * or ends after the last of them. They are never of two epochs.
   *
   * @param examples of one update
   * @return at least 1
   */
  default int updatesAtOnce(long examples) {
    return 1;
  }

  /**
   * Whether each update is one of {@link Trainer#trainBatch} or {@code applyGradient} of the
   * trainer of the fit, so that a {@link Monitor} can see it. Else a fit with one is refused.
   */
  default boolean isVisible() {
    return true;
  }

  /**
   * The updates of the trainer on a batch, {@link Batch#updates} of them, each by the gradient of
   * the mean loss of its own examples; the trainer has counted them then.
   *
   * @return the mean loss of the batch, each example before its own update
   */
  double update(Batch batch);

  /** The mean loss of all examples, without an update. */
  double loss();

  /**
   * The examples of one update or of several: those at the places {@code [from, to)} of the order
   * of an epoch.
   *
   * @param seed of the trainer
   * @param epoch counted from 0 over the life of the trainer
   * @param isShuffled whether each epoch has an order of its own, which is to depend on the seed
   *     and the number of the epoch alone; else all have the same
   * @param perUpdate the examples of an update; the last one takes those that are left
   */
  record Batch(long seed, long epoch, boolean isShuffled, int from, int to, int perUpdate)
      implements Serializable {
    /** The number of its examples. */
    public int size() {
      return to - from;
    }

    /** The number of updates on them. */
    public int updates() {
      return (int) (((long) size() + perUpdate - 1) / perUpdate);
    }

    /**
     * The examples of one of its updates.
     *
     * @param number of the update, counted from 0
     */
    public Batch ofUpdate(int number) {
      int first = from + number * perUpdate;
      int own = Math.min(perUpdate, to - first);
      return new Batch(seed, epoch, isShuffled, first, first + own, own);
    }
  }
}
