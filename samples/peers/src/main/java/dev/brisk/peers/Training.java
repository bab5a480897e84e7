package dev.brisk.peers;

/** A model with its optimizer, ready for the first epoch; trained by one thread. */
interface Training extends AutoCloseable {
  /** Goes once through the examples, in their order. */
  void epoch();

  /** The epochs of one call after the first; several where a training cannot be gone on with. */
  default int epochsAtOnce() {
    return 1;
  }

  /** Seconds of an epoch's work that another process did. */
  default double secondsElsewhere() {
    return 0;
  }

  @Override
  default void close() {}
}
