package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Shuffle;
import dev.brisk.runtime.Trial;

/**
 * Whole batches in a random order, epoch after epoch; what is left of an epoch is not used. The
 * order depends on the seed alone.
 */
final class Batches<E extends Examples<E>> {
  private final E examples;
  private final int size;
  private final long seed;
  private E epoch;
  private long epochs;
  private int next;

  Batches(E examples, int size, long seed) {
    this.examples = examples;
    this.size = Math.min(size, examples.size());
    this.seed = seed;
    this.epoch = shuffled();
  }

  private E shuffled() {
    return examples.select(Shuffle.order(examples.size(), seed, epochs));
  }

  /** Begins again with the first. */
  void rewind() {
    if (epochs > 0) {
      epochs = 0;
      epoch = shuffled();
    }
    next = 0;
  }

  /** An update by the next batch; its loss before. */
  double train(Trial<E> trial, double rate) {
    if (next + size > examples.size()) {
      epochs++;
      epoch = shuffled();
      next = 0;
    }
    int from = next;
    next += size;
    return trial.trainBatch(epoch, from, next, rate);
  }
}
