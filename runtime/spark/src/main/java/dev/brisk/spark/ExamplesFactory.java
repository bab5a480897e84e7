package dev.brisk.spark;

import java.io.Serializable;
import java.util.List;

/**
 * Makes examples of records, by a trainer's {@code examples(...)}: one column for each argument of
 * the loss. It is sent to executors, so what it refers to must be serializable.
 *
 * @param <R> the record
 * @param <E> the examples
 */
@FunctionalInterface
public interface ExamplesFactory<R, E> extends Serializable {
  /**
   * Examples in the order of their records.
   *
   * @param records at least one
   */
  E create(List<R> records);
}
