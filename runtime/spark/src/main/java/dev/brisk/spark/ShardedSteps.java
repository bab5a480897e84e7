package dev.brisk.spark;

import dev.brisk.runtime.BatchUpdates.Batch;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import dev.brisk.tune.FinderSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Steps of a finder over shards: {@link Synchronous} updates, and losses of many batches in one
 * job.
 *
 * @param trainer that takes the steps, and is brought back
 */
record ShardedSteps<T extends Trainer<E>, E extends Examples<E>>(
    Trainer<E> trainer, Crew<T> crew, Shards<E> shards) implements FinderSteps {
  @Override
  public int size() {
    return shards.size();
  }

  @Override
  public double update(Batch batch) {
    Vectors<E> vectors = Vectors.of(trainer);
    List<Part> parts =
        shards.each(
            crew, vectors.parameters(), (worker, shard) -> Synchronous.part(worker, shard, batch));
    parts.forEach(Part::check);
    return vectors.apply(parts);
  }

  @Override
  public double[] losses(List<Batch> batches) {
    // A list that is sent, whatever the finder's is.
    List<Batch> sent = new ArrayList<>(batches);
    List<Part[]> ofShards =
        shards.each(
            crew, Vectors.of(trainer).parameters(), (worker, shard) -> parts(worker, shard, sent));
    ofShards.forEach(parts -> Arrays.stream(parts).forEach(Part::check));
    double[] losses = new double[batches.size()];
    for (int i = 0; i < losses.length; i++) {
      int batch = i;
      losses[i] = Part.loss(ofShards.stream().map(parts -> parts[batch]).toList());
    }
    return losses;
  }

  /** By the gradient, as an update: a loss by itself may be added up in another order. */
  private static <T extends Trainer<E>, E extends Examples<E>> Part[] parts(
      T worker, Shard<E> shard, List<Batch> batches) {
    return batches.stream()
        .map(batch -> Synchronous.part(worker, shard, batch).lossAlone())
        .toArray(Part[]::new);
  }
}
