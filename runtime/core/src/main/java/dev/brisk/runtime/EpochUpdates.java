package dev.brisk.runtime;

import org.jspecify.annotations.Nullable;

/** The updates of an epoch: over the windows of its examples, and the batches of each. */
final class EpochUpdates<E extends Examples<E>> {
  private final GeneratedTrainer<E> trainer;
  private final ExampleStream<E> examples;
  private final EpochOrder order;
  private final RunPosition position;
  private final @Nullable Watch<E> watch;

  /** Who is told of each update, and says when there are to be no more. */
  interface Listener {
    /** An update on so many examples is done, or several at once. */
    void updated(double loss, int size);

    /** Whether the epoch ends here. */
    boolean isOver();
  }

  /**
   * @param position within the epoch, which whoever is told of updates moves on
   */
  EpochUpdates(
      GeneratedTrainer<E> trainer,
      ExampleStream<E> examples,
      EpochOrder order,
      RunPosition position,
      @Nullable Watch<E> watch) {
    this.trainer = trainer;
    this.examples = examples;
    this.order = order;
    this.position = position;
    this.watch = watch;
  }

  /** Goes on to the end of the epoch. */
  void goOn(Listener listener) {
    int first = order.placeOf(position.done());
    try (ReadAhead<E> ahead = new ReadAhead<>(examples, order.windows(), first)) {
      for (int place = first; place < order.windows().length && !listener.isOver(); place++) {
        int window = order.windows()[place];
        E ordered = ordered(ahead.next(), window, order.within(window));
        update(ordered, position.done() - order.before(place), listener);
      }
    }
  }

  private E ordered(E read, int window, int @Nullable [] rows) {
    if (watch != null) {
      watch.order(examples.firstOf(window), rows);
    }
    return rows == null ? read : read.select(rows);
  }

  /**
   * Updates on the examples of a window from that one on. The gradients of several batches add up
   * example by example as those of one batch do, so an update that takes several is one over their
   * whole range.
   */
  private void update(E window, int first, Listener listener) {
    long perUpdate = position.course().plan().examplesPerUpdate();
    int size = window.size();
    int to;
    for (int from = first; from < size && !listener.isOver(); from = to) {
      to = from + (int) Math.min(perUpdate, size - from);
      listener.updated(trainer.trainBatch(window, from, to), to - from);
    }
  }
}
