package dev.brisk.runtime;

import dev.brisk.runtime.BatchUpdates.Batch;
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
    if (watch != null && !updates.isVisible()) {
      throw new IllegalArgumentException(
          "there is a monitor, which looks at the gradient of each update, and these updates are"
              + " done where it cannot see them. Fit without it, or by updates that are done here");
    }
    RunPosition position = trainer.position();
    long perUpdate = position.course().plan().examplesPerUpdate();
    while (!listener.isOver()) {
      int from = position.done();
      long left = Math.max(1, trainer.stepsLeft());
      long atOnce = Math.min(updates.updatesAtOnce(perUpdate), left);
      int to = from + (int) Math.min(perUpdate * atOnce, size() - from);
      int ofUpdate = (int) Math.min(perUpdate, to - from);
      listener.updated(
          update(
              trainer, new Batch(trainer.seed(), trainer.epochs(), isShuffled, from, to, ofUpdate)),
          to - from);
    }
  }

  private double update(GeneratedTrainer<E> trainer, Batch batch) {
    long before = trainer.stepCount();
    double loss = updates.update(batch);
    if (trainer.stepCount() != before + batch.updates()) {
      throw new IllegalStateException(
          "updates by "
              + updates.getClass().getName()
              + " have moved the trainer from step "
              + before
              + " to "
              + trainer.stepCount()
              + ", expected "
              + (before + batch.updates()));
    }
    return loss;
  }
}
