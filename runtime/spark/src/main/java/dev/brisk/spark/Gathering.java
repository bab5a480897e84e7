package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.List;

/**
 * How what shards give comes to the driver: from each of them, or added up by executors before, in
 * groups of neighbours.
 *
 * @param groups of shards; 0 where the driver adds up all
 */
record Gathering(int groups) {
  static final Gathering OF_SHARDS = new Gathering(0);

  /** Parts of all examples, in the order of the shards, as few as this says. */
  <T extends Trainer<E>, E extends Examples<E>> List<Part> parts(
      Shards<E> shards,
      Crew<T> crew,
      Serializable sent,
      ShardWork<T, E, Part> work,
      Combining<T> combining) {
    return groups == 0 || groups >= shards.count()
        ? shards.each(crew, sent, work)
        : shards.eachGroup(groups, crew, sent, work, combining);
  }

  /** The group of a shard: neighbours, in groups that differ by one at most. */
  static int of(int shard, int shards, int groups) {
    return (int) ((long) shard * groups / shards);
  }
}
