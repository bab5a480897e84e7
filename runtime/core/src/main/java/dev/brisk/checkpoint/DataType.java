package dev.brisk.checkpoint;

/**
 * The types of numbers of the safetensors format, by their names in it. {@link #F32} and {@link
 * #F64} are those that trainers have; of the others, {@link #F16} and {@link #BF16} are read as
 * {@code float}s, which hold them exactly.
 */
public enum DataType {
  /** A {@code float}. */
  F32(4),
  /** A {@code double}. */
  F64(8),
  /** IEEE 754's half precision. */
  F16(2),
  /** The upper half of a {@code float}. */
  BF16(2),
  /** Eight bits, 4 of them for the exponent. */
  F8_E4M3(1),
  /** Eight bits, 5 of them for the exponent. */
  F8_E5M2(1),
  /** A truth value. */
  BOOL(1),
  /** A {@code byte}. */
  I8(1),
  /** A {@code byte} without a sign. */
  U8(1),
  /** A {@code short}. */
  I16(2),
  /** A {@code short} without a sign. */
  U16(2),
  /** An {@code int}. */
  I32(4),
  /** An {@code int} without a sign. */
  U32(4),
  /** A {@code long}. */
  I64(8),
  /** A {@code long} without a sign. */
  U64(8);

  private final int bytes;

  DataType(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }

  /** The type of the elements of an array. */
  static DataType of(Object values) {
    if (values instanceof double[]) {
      return F64;
    }
    if (values instanceof float[]) {
      return F32;
    }
    throw new IllegalArgumentException(
        "values are a " + values.getClass().getSimpleName() + ", expected float[] or double[]");
  }

  /** Whether it is a type of trainers. */
  boolean isOwn() {
    return this == F32 || this == F64;
  }

  /** Whether it is a half of a {@code float}, see {@link #widened}. */
  boolean isHalf() {
    return this == F16 || this == BF16;
  }

  /** An array of numbers of that type, or of a wider one. */
  Object array(int length) {
    return this == F64 ? new double[length] : new float[length];
  }

  /** The value of the bits of a half, exactly. */
  float widened(short bits) {
    if (this == BF16) {
      return Float.intBitsToFloat(bits << 16);
    }
    int sign = bits & 0x8000;
    int exponent = bits >> 10 & 31;
    int fraction = bits & 1023;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = exponent == 31 ? 255 : exponent - 15 + 127;
    return Float.intBitsToFloat(sign << 16 | wide << 23 | fraction << 13);
  }
}
