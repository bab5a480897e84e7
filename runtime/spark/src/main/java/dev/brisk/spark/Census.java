package dev.brisk.spark;

import dev.brisk.runtime.Examples;
import java.io.Serializable;

/** What is to be known of the examples of a shard where they are not. */
final class Census implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int size;
  private final Class<?> type;

  private Census(int size, Class<?> type) {
    this.size = size;
    this.type = type;
  }

  static Census of(Examples<?> examples) {
    return new Census(examples.size(), examples.getClass());
  }

  int size() {
    return size;
  }

  Class<?> type() {
    return type;
  }
}
