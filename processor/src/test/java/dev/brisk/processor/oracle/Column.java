package dev.brisk.processor.oracle;

import java.lang.reflect.Array;
import java.util.Arrays;
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

  /** A {@code long} in {@code [low, high)}. */
  static Column big(long low, long high) {
    return (random, length) -> random.nextLong(low, high);
  }

  /** A {@code boolean}. */
  static Column truth() {
    return (random, length) -> random.nextBoolean();
  }

  /** An array of the example's length. */
  static Column bigs(long low, long high) {
    return (random, length) -> random.longs(length, low, high).toArray();
  }

  /** An array of the example's length. */
  static Column truths() {
    return (random, length) -> {
      boolean[] truths = new boolean[length];
      for (int i = 0; i < length; i++) {
        truths[i] = random.nextBoolean();
      }
      return truths;
    };
  }

  /** Rows, as many as the example's length, each drawn by itself. */
  static Column rows(Column row) {
    return (random, length) -> rows(random, length, length, row);
  }

  /** A fixed number of rows, each drawn by itself. */
  static Column rows(int fixed, Column row) {
    return (random, length) -> rows(random, fixed, length, row);
  }

  /** An array of that or a smaller length, which may be none. */
  static Column ragged(int longest, Column.OfLength array) {
    return (random, length) -> array.of(random.nextInt(longest + 1)).draw(random, length);
  }

  /** Arrays of a length that is drawn, too. */
  interface OfLength {
    Column of(int length);
  }

  /** A record with these components. */
  static Column components(Column... columns) {
    return (random, length) ->
        new Arguments.Components(
            Arrays.stream(columns).map(column -> column.draw(random, length)).toList());
  }

  private static Object rows(SplittableRandom random, int count, int length, Column row) {
    Object first = row.draw(random, length);
    Object rows = Array.newInstance(first.getClass(), count);
    for (int i = 0; i < count; i++) {
      Array.set(rows, i, i == 0 ? first : row.draw(random, length));
    }
    return rows;
  }

  private static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
