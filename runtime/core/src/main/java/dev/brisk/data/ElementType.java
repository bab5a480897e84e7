package dev.brisk.data;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What an element of a binary array is: how NumPy and IDX call it, and its value. */
enum ElementType {
  BOOLEAN("b1", 0, (bytes, at) -> bytes.get(at) == 0 ? 0 : 1),
  UNSIGNED_BYTE("u1", 0x08, (bytes, at) -> bytes.get(at) & 0xff),
  BYTE("i1", 0x09, ByteBuffer::get),
  UNSIGNED_SHORT("u2", 0, ByteBuffer::getChar),
  SHORT("i2", 0x0B, ByteBuffer::getShort),
  UNSIGNED_INT("u4", 0, (bytes, at) -> Integer.toUnsignedLong(bytes.getInt(at))),
  INT("i4", 0x0C, ByteBuffer::getInt),
  UNSIGNED_LONG("u8", 0, (bytes, at) -> unsigned(bytes.getLong(at))),
  LONG("i8", 0, ByteBuffer::getLong),
  HALF("f2", 0, (bytes, at) -> half(bytes.getShort(at))),
  FLOAT("f4", 0x0D, ByteBuffer::getFloat),
  DOUBLE("f8", 0x0E, ByteBuffer::getDouble);

  private final String numpy;
  private final int idx;
  private final Value value;

  /** The element that begins at a byte of a buffer, in the buffer's order of bytes. */
  private interface Value {
    double at(ByteBuffer bytes, int at);
  }

  ElementType(String numpy, int idx, Value value) {
    this.numpy = numpy;
    this.idx = idx;
    this.value = value;
  }

  /** The type of a NumPy dtype without its order of bytes, such as {@code f4}. */
  static Optional<ElementType> ofNumpy(String dtype) {
    return Arrays.stream(values()).filter(type -> type.numpy.equals(dtype)).findFirst();
  }

  /** The type of the third byte of an IDX file. */
  static Optional<ElementType> ofIdx(int code) {
    return Arrays.stream(values()).filter(type -> type.idx == code && code != 0).findFirst();
  }

  /** The dtype without its order of bytes. */
  String numpy() {
    return numpy;
  }

  int bytes() {
    return numpy.charAt(1) - '0';
  }

  /** Exact, but for integers of 8 bytes above 2^53, which are rounded. */
  double at(ByteBuffer bytes, int at) {
    return value.at(bytes, at);
  }

  private static double unsigned(long bits) {
    // The last bit goes into the one before it, so that halving does not change the rounding.
    return bits >= 0 ? bits : (bits >>> 1 | bits & 1) * 2.0;
  }

  /** IEEE 754 binary16: a sign, 5 bits of exponent with bias 15, 10 bits of fraction. */
  private static double half(short bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double magnitude =
        switch (exponent) {
          case 0 -> Math.scalb((double) fraction, -24);
          case 0x1f -> fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
          default -> Math.scalb((double) (fraction | 0x400), exponent - 25);
        };
    return bits < 0 ? -magnitude : magnitude;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
