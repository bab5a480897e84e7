package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Type;
import java.util.List;

/**
 * A method annotated with {@code @Loss} or {@code @Metric}.
 *
 * @param declaration that annotation
 */
public record MethodSource(
    String name, Type result, List<Argument> arguments, Declaration declaration, Place place) {
  /**
   * One column of the examples.
   *
   * @param shape the extents that {@code @Shape} gives; empty for a scalar, and for an array whose
   *     length may differ from example to example
   */
  public record Argument(String name, Type type, List<Integer> shape, Place place) {}
}
