package dev.brisk.checkpoint;

/** The types of numbers that trainers have, by their names in the safetensors format. */
public enum DataType {
  /** A {@code float}. */
  F32(Float.BYTES),
  /** A {@code double}. */
  F64(Double.BYTES);

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

  Object array(int length) {
    return this == F64 ? new double[length] : new float[length];
  }
}
