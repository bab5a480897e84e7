package dev.brisk.spark;

import dev.brisk.runtime.BatchUpdates;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Snapshot;
import dev.brisk.runtime.Trainer;
import java.util.Arrays;
import java.util.List;

/**
 * Updates that every shard does on its own parts of several batches, one after the other, before
 * the trainer here is brought to the mean of the states to which they have come.
 *
 * <p>All that decides how a shard goes on is sent to it, what the optimizer keeps included: so what
 * it comes to is a function of that and the batches, whoever computes it and how often.
 */
final class LocalSteps<T extends Trainer<E>, E extends Examples<E>> implements BatchUpdates<E> {
  private final T trainer;
  private final Crew<T> crew;
  private final Shards<E> shards;
  private final Gathering gathering;
  private final Pace pace;

  /**
   * @param trainer that learns
   * @param gathering of the states
   * @param pace how many steps are done at once
   */
  LocalSteps(T trainer, Crew<T> crew, Shards<E> shards, Gathering gathering, Pace pace) {
    this.trainer = trainer;
    this.crew = crew;
    this.shards = shards;
    this.gathering = gathering;
    this.pace = pace;
  }

  @Override
  public int size() {
    return shards.size();
  }

  @Override
  public Class<?> type() {
    return shards.type();
  }

  /** The gradients are seen by trainers of other processes alone. */
  @Override
  public boolean isVisible() {
    return false;
  }

  @Override
  public int updatesAtOnce(long examples) {
    if (examples < shards.count()) {
      throw new IllegalArgumentException(
          "an update is on "
              + examples
              + " examples, fewer than the "
              + shards.count()
              + " shards, each of which needs one to do a step on. Give a batch of at least "
              + shards.count()
              + ", or make fewer shards");
    }
    return pace.steps(trainer, steps -> probe(first(steps, examples)), updates(examples));
  }

  private int updates(long examples) {
    return (int) ((size() - 1) / examples + 1);
  }

  /** The first steps of an epoch, none for 0. */
  private Batch first(int steps, long examples) {
    int to = (int) Math.min(steps * examples, size());
    return new Batch(0, 0, false, 0, to, (int) Math.min(examples, size()));
  }

  /** Does what an update does, which may be on no examples, and takes it back. */
  private void probe(Batch batch) {
    Snapshot before = trainer.snapshot();
    try {
      List<Part> parts = round(batch);
      parts.forEach(Part::check);
      double[] shares = new double[parts.size()];
      Arrays.fill(shares, 1.0 / shares.length);
      trainer.restoreMean(parts.stream().map(Part::state).toList(), shares);
    } catch (NonFiniteLossException | NonFiniteGradientException e) {
      // The run itself will tell, or recover. What is asked here is the time.
    } finally {
      trainer.restore(before);
    }
  }

  @Override
  public double update(Batch batch) {
    List<Part> parts = Part.present(round(batch));
    parts.forEach(Part::check);
    average(trainer, parts);
    return Part.loss(parts);
  }

  private List<Part> round(Batch batch) {
    return gathering.parts(
        shards,
        crew,
        trainer.snapshot(),
        (worker, shard) -> part(worker, shard, batch),
        LocalSteps::mean);
  }

  private static <T extends Trainer<E>, E extends Examples<E>> Part mean(
      Crew<T> crew, List<Part> parts) {
    return Part.combined(
        parts,
        present -> {
          T trainer = crew.factory().create(0);
          average(trainer, present);
          return trainer.snapshot();
        });
  }

  private static void average(Trainer<?> trainer, List<Part> parts) {
    trainer.restoreMean(parts.stream().map(Part::state).toList(), Part.shares(parts));
  }

  private static <T extends Trainer<E>, E extends Examples<E>> Part part(
      T worker, Shard<E> shard, Batch batch) {
    E ordered = shard.ordered(batch);
    int first = shard.before(batch.from());
    int all = shard.before(batch.to()) - first;
    double loss = 0;
    try {
      for (int i = 0; i < batch.updates(); i++) {
        Batch own = batch.ofUpdate(i);
        int from = shard.before(own.from());
        int to = shard.before(own.to());
        if (from < to) {
          loss += (double) (to - from) / all * worker.trainBatch(ordered, from, to);
        }
      }
    } catch (NonFiniteLossException | NonFiniteGradientException reason) {
      return Part.refused(reason);
    }
    return new Part(all, loss, worker.snapshot());
  }

  @Override
  public double loss() {
    return Means.loss(trainer, crew, shards);
  }
}
