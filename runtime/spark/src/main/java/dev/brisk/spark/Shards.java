package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Snapshot;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.List;

/**
 * Examples in a fixed number of shards: the one with index {@code i} is in shard {@code i % count},
 * so no two shards differ by more than one example. The number is a part of what decides the bits
 * of a run; how many executors there are is not.
 *
 * <p>{@link SparkTraining#shards} makes them of an RDD or a dataset. A good number is that of the
 * cores that all executors have, or a small multiple of it.
 *
 * @param <E> the examples that the model's loss takes
 */
public abstract sealed class Shards<E extends Examples<E>> implements AutoCloseable
    permits LocalShards, RddShards {
  private final int count;

  Shards(int count) {
    this.count = count;
  }

  /**
   * Shards in the memory of this process, without Spark. A run over them has the bits of one over
   * as many shards of the same examples on a cluster.
   *
   * @param count from 1 to the number of the examples
   * @throws IllegalArgumentException if it is another one
   */
  public static <E extends Examples<E>> Shards<E> inMemory(E examples, int count) {
    return LocalShards.dealt(examples, count);
  }

  /** The number of shards. */
  public final int count() {
    return count;
  }

  /** The number of all examples. */
  public abstract int size();

  /** The class of the examples. */
  abstract Class<?> type();

  /**
   * Has a trainer work on each shard, and gives the results in the order of the shards.
   *
   * @param sent all parameters, or a {@link Snapshot}, which the trainers have then
   */
  abstract <T extends Trainer<E>, R> List<R> each(
      Crew<T> crew, Serializable sent, ShardWork<T, E, R> work);

  /**
   * As {@link #each}, but what the shards of a group give is combined where they are: one for each
   * group.
   */
  abstract <T extends Trainer<E>> List<Part> eachGroup(
      int groups,
      Crew<T> crew,
      Serializable sent,
      ShardWork<T, E, Part> work,
      Combining<T> combining);

  /** Lets go of the memory of executors. Shards in this process have none. */
  @Override
  public void close() {}

  static void check(int count, long size) {
    if (count < 1 || count > size) {
      throw new IllegalArgumentException(
          "count is " + count + ", expected a number from 1 to the " + size + " examples");
    }
  }
}
