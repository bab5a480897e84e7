package dev.brisk.spark;

import java.util.Objects;
import org.apache.spark.Partitioner;

/** Sends what shards give to the groups of which they are. */
final class ByGroup extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int shards;
  private final int groups;

  ByGroup(int shards, int groups) {
    this.shards = shards;
    this.groups = groups;
  }

  @Override
  public int numPartitions() {
    return groups;
  }

  @Override
  public int getPartition(Object shard) {
    return Gathering.of((Integer) shard, shards, groups);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByGroup that && that.shards == shards && that.groups == groups;
  }

  @Override
  public int hashCode() {
    return Objects.hash(shards, groups);
  }
}
