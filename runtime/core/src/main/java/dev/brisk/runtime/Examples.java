package dev.brisk.runtime;

/**
 * Examples to train on: one column for each argument of the loss, all of the same length. A
 * generated trainer has its own implementation, made by its {@code examples(...)}.
 *
 * <p>Rows are shared with the arrays they were made from, not copied.
 *
 * @param <E> the implementation itself
 */
public interface Examples<E extends Examples<E>> {
  /** The number of examples; at least 1. */
  int size();

  /**
   * The examples of the given rows, in that order; a row may occur more than once.
   *
   * @param rows indices, each in [0, size), at least one
   * @throws IndexOutOfBoundsException if a row is out of range
   */
  E select(int... rows);

  /**
   * The examples {@code [from, to)}.
   *
   * @throws IndexOutOfBoundsException unless {@code 0 <= from < to <= size}
   */
  default E range(int from, int to) {
    Check.batch(from, to, size());
    int[] rows = new int[to - from];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = from + i;
    }
    return select(rows);
  }
}
