package dev.brisk.spark;

import java.io.Serializable;
import java.util.List;

/** Makes one part of several: a function of them and their order, whoever does it and how often. */
@FunctionalInterface
interface Combining<T> extends Serializable {
  /**
   * @param parts of a group of shards, in their order
   */
  Part of(Crew<T> crew, List<Part> parts);
}
