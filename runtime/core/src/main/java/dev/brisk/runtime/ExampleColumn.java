package dev.brisk.runtime;

import java.util.List;

/**
 * A column of the examples of a trainer: what they have for one argument of the loss.
 *
 * @param name of the argument
 * @param type of the array with an element for each example: {@code double[][].class} for a {@code
 *     double[]}, {@code int[].class} for an {@code int}, {@code Rating[].class} for a record
 * @param shape the extents that {@link dev.brisk.Shape} gives the argument, outermost first; empty
 *     where there is none
 */
public record ExampleColumn(String name, Class<?> type, List<Integer> shape) {
  /** Copies the list. */
  public ExampleColumn {
    shape = List.copyOf(shape);
  }
}
