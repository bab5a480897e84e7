package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Examples that can be told from each other. */
record Numbers(int... values) implements Examples<Numbers> {
  static Numbers upTo(int size) {
    return new Numbers(IntStream.range(0, size).toArray());
  }

  static Numbers of(List<Integer> values) {
    return new Numbers(values.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public int size() {
    return values.length;
  }

  @Override
  public Numbers select(int... rows) {
    return new Numbers(Arrays.stream(rows).map(row -> values[row]).toArray());
  }
}
