package dev.brisk.processor.read;

import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.program.Type;
import java.util.List;
import java.util.Optional;

/**
 * A method annotated with {@code @Loss}, {@code @Metric} or {@code @Predict}.
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

  /** The argument of that name, if there is one. */
  public Optional<Argument> argument(String name) {
    return arguments.stream().filter(argument -> argument.name().equals(name)).findFirst();
  }
}
