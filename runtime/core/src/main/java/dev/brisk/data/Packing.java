package dev.brisk.data;

import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;

/** Numbers of Java as bytes of an array, little-endian. */
final class Packing {
  private static final String FILE = "array in memory";

  private Packing() {}

  /** Space for values. */
  static ByteBuffer bytes(ElementType type, long count) {
    long bytes = count * type.bytes();
    if (bytes > Elements.MOST_BYTES) {
      throw new IllegalArgumentException(
          "values take " + bytes + " bytes, expected at most " + Elements.MOST_BYTES);
    }
    return ByteBuffer.allocate((int) bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static NumericArray array(ElementType type, List<Integer> shape, ByteBuffer bytes) {
    var layout = new ArrayLayout(FILE, type, ByteOrder.LITTLE_ENDIAN, shape, false, 0);
    return new NumericArray(new Elements(layout, bytes, 0));
  }

  /** The shape of values: the one given, if they fit it, or one dimension. */
  static List<Integer> shape(int count, int... shape) {
    int[] extents = shape.length == 0 ? new int[] {count} : shape;
    long left = count;
    for (int extent : extents) {
      left = extent < 1 || left % extent != 0 ? 0 : left / extent;
    }
    if (left != 1) {
      throw new IllegalArgumentException(
          "shape is "
              + Arrays.toString(extents)
              + ", expected positive extents whose product is "
              + count);
    }
    return Arrays.stream(extents).boxed().toList();
  }

  /** The shape of rows, which are arrays of one length. */
  static List<Integer> shape(Object[] rows) {
    int width = rows.length == 0 ? 0 : Array.getLength(rows[0]);
    if (width == 0) {
      throw new IllegalArgumentException("rows has no numbers, expected at least 1");
    }
    for (int i = 0; i < rows.length; i++) {
      int length = Array.getLength(rows[i]);
      if (length != width) {
        throw new IllegalArgumentException(
            "rows[" + i + "] has length " + length + ", expected " + width + " as rows[0]");
      }
    }
    return List.of(rows.length, width);
  }
}
