package dev.brisk;

/** Where a training that has diverged is taken up again. */
public enum Restore {
  /** At the start of the epoch in which it has diverged. */
  EPOCH_START,

  /**
   * At the end of the epoch of this fit with the lowest validation loss; with the lowest training
   * loss, where nothing is validated; at the start of the fit, while there is none.
   */
  BEST_EPOCH
}
