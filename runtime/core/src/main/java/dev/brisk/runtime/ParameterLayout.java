package dev.brisk.runtime;

import java.util.List;

/**
 * Where a parameter stands in the vector of all parameters of a model, which its gradient has too:
 * its elements are those at {@code [offset, end())}, row-major.
 *
 * @param name of the field
 * @param offset of its first element
 * @param shape the extent of each dimension, outermost first; empty for a scalar, and one number
 *     for rows of different lengths
 */
public record ParameterLayout(String name, int offset, List<Integer> shape) {
  /** Copies the list. */
  public ParameterLayout {
    shape = List.copyOf(shape);
  }

  /**
   * The number of elements of all these parameters: of a {@link Trainer#layout()}, the length of
   * the vector.
   *
   * @return 0 without a parameter
   * @throws ArithmeticException if it is beyond the largest {@code int}
   */
  public static int count(List<ParameterLayout> layout) {
    return layout.stream().mapToInt(ParameterLayout::size).reduce(0, Math::addExact);
  }

  /** The number of its elements; 1 for a scalar. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }

  /** The position after its last element. */
  public int end() {
    return offset + size();
  }
}
