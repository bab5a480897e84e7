package dev.brisk.spark;

import dev.brisk.runtime.BatchUpdates.Batch;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Shuffle;
import dev.brisk.runtime.Snapshot;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of the parts that examples are divided into: those whose index leaves its number when it is
 * divided by the number of shards.
 *
 * <p>Where it is sent to, it is made of its records anew. What is made of them is kept, and so is
 * the trainer that works on it.
 */
final class Shard<E extends Examples<E>> implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int number;
  private final int count;
  private final Content<?, E> content;
  private transient @Nullable E examples;
  private transient @Nullable Ordered<E> ordered;
  private transient @Nullable Workplace<?> workplace;

  /** Records, and what makes examples of them. */
  private static final class Content<R, E> implements Serializable {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // an ArrayList
    private final List<R> records;

    private final ExamplesFactory<R, E> factory;

    Content(List<R> records, ExamplesFactory<R, E> factory) {
      this.records = records;
      this.factory = factory;
    }

    E examples() {
      return factory.create(records);
    }
  }

  /** The examples in the order of an epoch. */
  private record Ordered<E>(long seed, long epoch, E examples) {}

  /** A trainer of a training. */
  private record Workplace<T>(UUID training, T trainer) {}

  /**
   * @param number counted from 0
   * @param count of all shards
   * @param records at least one, in the order of their indices
   */
  static <R, E extends Examples<E>> Shard<E> of(
      int number, int count, List<R> records, ExamplesFactory<R, E> factory) {
    return new Shard<>(number, count, new Content<>(records, factory));
  }

  private Shard(int number, int count, Content<?, E> content) {
    this.number = number;
    this.count = count;
    this.content = content;
  }

  int number() {
    return number;
  }

  synchronized E examples() {
    E made = examples;
    if (made == null) {
      made = content.examples();
      if (made.size() != content.records.size()) {
        throw new IllegalStateException(
            "the factory made "
                + made.size()
                + " examples of "
                + content.records.size()
                + " records, expected one of each");
      }
      examples = made;
    }
    return made;
  }

  /**
   * Has a trainer with these parameters, or in this state, work on this shard; on one task at a
   * time, as there may be late ones of a stage that was given up.
   */
  synchronized <T extends Trainer<E>, R> R work(
      Crew<T> crew, Serializable sent, ShardWork<T, E, R> work) {
    T trainer = trainer(crew);
    if (sent instanceof Snapshot state) {
      trainer.restore(state);
    } else {
      Vectors.of(trainer).setParameters(sent);
    }
    return work.on(trainer, this);
  }

  @SuppressWarnings("unchecked") // It is of that training, which has trainers of one class.
  private <T> T trainer(Crew<T> crew) {
    Workplace<?> kept = workplace;
    if (kept == null || !kept.training().equals(crew.training())) {
      kept = new Workplace<>(crew.training(), crew.factory().create(0));
      workplace = kept;
    }
    return (T) kept.trainer();
  }

  /** How many of its examples come before that place of an epoch: every {@code count}-th is its. */
  int before(int place) {
    return Math.max(0, (place - number + count - 1) / count);
  }

  /** Its examples in the order of the batch's epoch. */
  synchronized E ordered(Batch batch) {
    E all = examples();
    if (!batch.isShuffled()) {
      return all;
    }
    Ordered<E> kept = ordered;
    if (kept == null || kept.seed() != batch.seed() || kept.epoch() != batch.epoch()) {
      // Epochs of different shards are apart, as those of a stream's windows are.
      long ofShard = batch.epoch() + ((long) number << Integer.SIZE);
      int[] order = Shuffle.order(all.size(), batch.seed(), ofShard);
      kept = new Ordered<>(batch.seed(), batch.epoch(), all.select(order));
      ordered = kept;
    }
    return kept.examples();
  }
}
