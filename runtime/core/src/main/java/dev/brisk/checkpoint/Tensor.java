package dev.brisk.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
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

  /** As messages name it, {@code F64 of shape [2, 3]}. */
  public String described() {
    return type() + " of shape " + shape;
  }

  /** The number of bytes of all values. */
  long bytes() {
    return (long) Array.getLength(values) * type().bytes();
  }

  /**
   * The same numbers as values of another type; {@code double}s are rounded to the nearest {@code
   * float}.
   *
   * @param type F32 or F64
   * @throws ArithmeticException if a finite one is beyond every {@code float}
   */
  public Tensor as(DataType type) {
    if (type == type()) {
      return this;
    }
    if (type == DataType.F64) {
      float[] floats = (float[]) values;
      double[] doubles = new double[floats.length];
      Arrays.setAll(doubles, i -> floats[i]);
      return new Tensor(shape, doubles);
    }
    double[] doubles = (double[]) values;
    float[] floats = new float[doubles.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) doubles[i];
      if (Float.isInfinite(floats[i]) && !Double.isInfinite(doubles[i])) {
        throw new ArithmeticException(doubles[i] + " is beyond every float");
      }
    }
    return new Tensor(shape, floats);
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

  /**
   * Reads the values, in place of those that are there.
   *
   * @param stored their type in the file: their own, or a half of it
   */
  void readFrom(InputStream in, DataType stored) throws IOException {
    ByteBuffer chunk = chunk();
    int width = stored.bytes();
    int length = Array.getLength(values);
    int count;
    for (int from = 0; from < length; from += count) {
      count = Math.min(CHUNK / width, length - from);
      if (in.readNBytes(chunk.array(), 0, count * width) < count * width) {
        throw new EOFException("the file ends within a tensor");
      }
      if (values instanceof double[] doubles) {
        chunk.asDoubleBuffer().get(doubles, from, count);
      } else if (stored.isHalf()) {
        for (int i = 0; i < count; i++) {
          ((float[]) values)[from + i] = stored.widened(chunk.getShort(2 * i));
        }
      } else {
        chunk.asFloatBuffer().get((float[]) values, from, count);
      }
    }
  }

  private ByteBuffer chunk() {
    return ByteBuffer.allocate((int) Math.min(CHUNK, bytes())).order(ByteOrder.LITTLE_ENDIAN);
  }
}
