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
   * One update of the trainer, by the gradient of the mean loss of a batch; the trainer has counted
   * it then.
   *
   * @return that mean, before the update
   */
  double update(Batch batch);

  /** The mean loss of all examples, without an update. */
  double loss();

  /**
   * The examples of an update: those at the places {@code [from, to)} of the order of an epoch.
   *
   * @param seed of the trainer
   * @param epoch counted from 0 over the life of the trainer
   * @param isShuffled whether each epoch has an order of its own, which is to depend on the seed
   *     and the number of the epoch alone; else all have the same
   */
  record Batch(long seed, long epoch, boolean isShuffled, int from, int to)
      implements Serializable {
    /** The number of its examples. */
    public int size() {
      return to - from;
    }
  }
}
