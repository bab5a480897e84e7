package dev.brisk.processor.oracle;

import java.util.SplittableRandom;

/** Draws the values of one argument of a loss. */
interface Column {
  /**
   * The value in one example, boxed, or an array.
   *
   * @param length of the arrays of this example that have no fixed length
   */
  Object draw(SplittableRandom random, int length);

  /** A {@code double} in {@code [low, high)}. */
  static Column real(double low, double high) {
    return (random, length) -> random.nextDouble(low, high);
  }

  /** A {@code float} in {@code [low, high)}. */
  static Column single(double low, double high) {
    return (random, length) -> (float) random.nextDouble(low, high);
  }

  /** An {@code int} in {@code [low, high)}. */
  static Column whole(int low, int high) {
    return (random, length) -> random.nextInt(low, high);
  }

  /** An array of a fixed length. */
  static Column reals(int fixed, double low, double high) {
    return (random, length) -> random.doubles(fixed, low, high).toArray();
  }

  /** An array of the example's length. */
  static Column reals(double low, double high) {
    return (random, length) -> random.doubles(length, low, high).toArray();
  }

  /** An array of a fixed length. */
  static Column singles(int fixed, double low, double high) {
    return (random, length) -> rounded(random.doubles(fixed, low, high).toArray());
  }

  /** An array of the example's length. */
  static Column singles(double low, double high) {
    return (random, length) -> rounded(random.doubles(length, low, high).toArray());
  }

  /** An array of a fixed length. */
  static Column wholes(int fixed, int low, int high) {
    return (random, length) -> random.ints(fixed, low, high).toArray();
  }

  /** An array of the example's length. */
  static Column wholes(int low, int high) {
    return (random, length) -> random.ints(length, low, high).toArray();
  }

  private static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
