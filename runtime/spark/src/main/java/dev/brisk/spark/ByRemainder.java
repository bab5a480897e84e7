package dev.brisk.spark;

import java.util.Objects;
import org.apache.spark.Partitioner;

/** Deals out records by their indices, one to each partition in turn. */
final class ByRemainder extends Partitioner {
  private static final long serialVersionUID = 1L;

  private final int count;

  ByRemainder(int count) {
    this.count = count;
  }

  @Override
  public int numPartitions() {
    return count;
  }

  @Override
  public int getPartition(Object index) {
    return (int) ((Long) index % count);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ByRemainder that && that.count == count;
  }

  @Override
  public int hashCode() {
    return Objects.hash(count);
  }
}
