package dev.brisk.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Numbers with a shape.
 *
 * @param shape the extent of each dimension, outermost first; empty for a scalar
 * @param values a {@code float[]} or {@code double[]}, row-major; it is not copied
 */
public record Tensor(List<Integer> shape, Object values) {
  private static final int CHUNK = 1 << 16;

  /**
   * Copies the shape.
   *
   * @throws IllegalArgumentException if there are more or fewer values than the shape says
   */
  public Tensor {
    shape = List.copyOf(shape);
    long size = shape.stream().mapToLong(n -> n).reduce(1, Math::multiplyExact);
    if (Array.getLength(values) != size) {
      throw new IllegalArgumentException(
          Array.getLength(values) + " values are not the " + size + " of the shape " + shape);
    }
  }

  /** The type of its numbers. */
  public DataType type() {
    return DataType.of(values);
  }

  /** The number of bytes of all values. */
  long bytes() {
    return (long) Array.getLength(values) * type().bytes();
  }

  /** Writes the values, little-endian. */
  void writeTo(OutputStream out) throws IOException {
    ByteBuffer chunk = chunk();
    int width = type().bytes();
    int length = Array.getLength(values);
    int count;
    for (int from = 0; from < length; from += count) {
      count = Math.min(CHUNK / width, length - from);
      if (values instanceof double[] doubles) {
        chunk.asDoubleBuffer().put(doubles, from, count);
      } else {
        chunk.asFloatBuffer().put((float[]) values, from, count);
      }
      out.write(chunk.array(), 0, count * width);
    }
  }

  /** Reads the values, in place of those that are there. */
  void readFrom(InputStream in) throws IOException {
    ByteBuffer chunk = chunk();
    int width = type().bytes();
    int length = Array.getLength(values);
    int count;
    for (int from = 0; from < length; from += count) {
      count = Math.min(CHUNK / width, length - from);
      if (in.readNBytes(chunk.array(), 0, count * width) < count * width) {
        throw new EOFException("the file ends within a tensor");
      }
      if (values instanceof double[] doubles) {
        chunk.asDoubleBuffer().get(doubles, from, count);
      } else {
        chunk.asFloatBuffer().get((float[]) values, from, count);
      }
    }
  }

  private ByteBuffer chunk() {
    return ByteBuffer.allocate((int) Math.min(CHUNK, bytes())).order(ByteOrder.LITTLE_ENDIAN);
  }
}
