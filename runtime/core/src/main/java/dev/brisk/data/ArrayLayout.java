package dev.brisk.data;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How the elements of an array are laid out in a file. The first extent counts rows; what is in the
 * others is a row, flattened. A scalar is one row of one number.
 *
 * @param file how messages name it
 * @param shape positive extents, outermost first; none for a scalar
 * @param columnMajor whether the first index runs fastest, as in Fortran
 * @param offset of the first element, in bytes
 */
record ArrayLayout(
    String file,
    ElementType type,
    ByteOrder order,
    List<Integer> shape,
    boolean columnMajor,
    long offset) {

  ArrayLayout {
    shape = List.copyOf(shape);
    if (hasOverflow(shape, (Long.MAX_VALUE - offset) / type.bytes())) {
      throw DataException.inFile(
          file, "shape " + shown(shape) + " of " + type, "less than 2^63 bytes");
    }
    if (hasOverflow(rowShape(shape), Integer.MAX_VALUE)) {
      throw DataException.inFile(
          file, "shape " + shown(shape), "rows of at most " + Integer.MAX_VALUE + " numbers");
    }
  }

  private static boolean hasOverflow(List<Integer> extents, long most) {
    long left = most;
    for (int extent : extents) {
      left /= extent;
    }
    return left == 0;
  }

  private static List<Integer> rowShape(List<Integer> shape) {
    return shape.isEmpty() ? shape : shape.subList(1, shape.size());
  }

  private static String shown(List<Integer> shape) {
    return shape.isEmpty()
        ? "()"
        : shape.stream().map(String::valueOf).collect(Collectors.joining("x"));
  }

  int rows() {
    return shape.isEmpty() ? 1 : shape.get(0);
  }

  /** The extents of a row. */
  List<Integer> rowShape() {
    return rowShape(shape);
  }

  /** The numbers of a row. */
  int width() {
    return rowShape().stream().reduce(1, (a, b) -> a * b);
  }

  /** The bytes of all elements. */
  long bytes() {
    return (long) rows() * width() * type.bytes();
  }

  /** Which of the file's elements is at a place of a row. */
  long element(int row, int column, int width) {
    return columnMajor ? columnMajorElement(row, column) : (long) row * width + column;
  }

  private long columnMajorElement(int row, int column) {
    long element = row;
    long stride = (long) rows() * width();
    int rest = column;
    for (int dimension = shape.size() - 1; dimension > 0; dimension--) {
      int extent = shape.get(dimension);
      stride /= extent;
      element += rest % extent * stride;
      rest /= extent;
    }
    return element;
  }

  /** The index of an element in all dimensions, from 0. */
  String index(int row, int column) {
    List<Integer> index = new ArrayList<>();
    int rest = column;
    for (int dimension = shape.size() - 1; dimension > 0; dimension--) {
      index.add(rest % shape.get(dimension));
      rest /= shape.get(dimension);
    }
    if (!shape.isEmpty()) {
      index.add(row);
    }
    Collections.reverse(index);
    return index.toString();
  }

  /** For messages: {@code 60000x28x28 of unsigned byte}. */
  @Override
  public String toString() {
    return shown(shape) + " of " + type;
  }
}
