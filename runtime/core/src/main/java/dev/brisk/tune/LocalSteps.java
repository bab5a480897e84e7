package dev.brisk.tune;

import dev.brisk.runtime.BatchUpdates.Batch;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Shuffle;
import dev.brisk.runtime.Trainer;
import org.jspecify.annotations.Nullable;

/** Steps by the trainer itself, over examples that are here. */
final class LocalSteps<E extends Examples<E>> implements FinderSteps {
  private final Trainer<E> trainer;
  private final E examples;
  private @Nullable Ordered<E> ordered;

  /** The examples in the order of an epoch. */
  private record Ordered<E>(long seed, long epoch, E examples) {}

  LocalSteps(Trainer<E> trainer, E examples) {
    this.trainer = trainer;
    this.examples = examples;
  }

  @Override
  public int size() {
    return examples.size();
  }

  @Override
  public double update(Batch batch) {
    return trainer.trainBatch(ordered(batch), batch.from(), batch.to());
  }

  private E ordered(Batch batch) {
    Ordered<E> kept = ordered;
    if (kept == null || kept.seed() != batch.seed() || kept.epoch() != batch.epoch()) {
      int[] order = Shuffle.order(examples.size(), batch.seed(), batch.epoch());
      kept = new Ordered<>(batch.seed(), batch.epoch(), examples.select(order));
      ordered = kept;
    }
    return kept.examples();
  }
}
