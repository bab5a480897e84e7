package dev.brisk.spark;

import dev.brisk.runtime.BatchUpdates;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.util.List;

/**
 * Updates by the gradient of a global batch, to which all shards give their parts.
 *
 * @param trainer that learns
 * @param gathering of the parts
 */
record Synchronous<T extends Trainer<E>, E extends Examples<E>>(
    T trainer, Crew<T> crew, Shards<E> shards, Gathering gathering) implements BatchUpdates<E> {
  @Override
  public int size() {
    return shards.size();
  }

  @Override
  public Class<?> type() {
    return shards.type();
  }

  @Override
  public double update(Batch batch) {
    Vectors<E> vectors = Vectors.of(trainer);
    List<Part> parts =
        gathering.parts(
            shards,
            crew,
            vectors.parameters(),
            (worker, shard) -> part(worker, shard, batch),
            (any, group) -> Part.sum(group));
    parts.forEach(Part::check);
    return vectors.apply(parts);
  }

  private static <T extends Trainer<E>, E extends Examples<E>> Part part(
      T worker, Shard<E> shard, Batch batch) {
    int from = shard.before(batch.from());
    int to = shard.before(batch.to());
    return from == to ? Part.NONE : Vectors.of(worker).part(shard.ordered(batch), from, to);
  }

  @Override
  public double loss() {
    return Means.loss(trainer, crew, shards);
  }
}
