package dev.brisk.runtime;

import org.jspecify.annotations.Nullable;

/** Examples that are somewhere else, together with what trains on them. */
record RemoteSet<E extends Examples<E>>(BatchUpdates<E> updates) implements TrainingSet<E> {
  @Override
  public int size() {
    return updates.size();
  }

  @Override
  public int windowSize() {
    return size();
  }

  @Override
  public void check(long perUpdate) {
    Check.positive("size", size());
  }

  @Override
  public Class<?> type() {
    return updates.type();
  }

  @Override
  public double loss(Trainer<E> trainer) {
    return updates.loss();
  }

  @Override
  public void goOn(
      GeneratedTrainer<E> trainer,
      boolean isShuffled,
      @Nullable Watch<E> watch,
      EpochUpdates.Listener listener) {
    RunPosition position = trainer.position();
    long perUpdate = position.course().plan().examplesPerUpdate();
    while (!listener.isOver()) {
      int from = position.done();
      int to = from + (int) Math.min(perUpdate, size() - from);
      listener.updated(update(trainer, isShuffled, from, to), to - from);
    }
  }

  private double update(GeneratedTrainer<E> trainer, boolean isShuffled, int from, int to) {
    long before = trainer.stepCount();
    double loss =
        updates.update(
            new BatchUpdates.Batch(trainer.seed(), trainer.epochs(), isShuffled, from, to));
    if (trainer.stepCount() != before + 1) {
      throw new IllegalStateException(
          "an update of "
              + updates.getClass().getName()
              + " has moved the trainer from step "
              + before
              + " to "
              + trainer.stepCount()
              + ", expected "
              + (before + 1));
    }
    return loss;
  }
}
