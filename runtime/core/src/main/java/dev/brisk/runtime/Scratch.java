package dev.brisk.runtime;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Arrays for intermediate values whose length depends on the example: one of each length that has
 * been asked for, so that a length seen before allocates nothing.
 *
 * @param <A> the type of the array
 */
public final class Scratch<A> {
  private final IntFunction<A> allocation;
  private final Consumer<A> clearing;
  private @Nullable Object[] byLength = new Object[0];

  Scratch(IntFunction<A> allocation, Consumer<A> clearing) {
    this.allocation = allocation;
    this.clearing = clearing;
  }

  /** Arrays of {@code double}. */
  public static Scratch<double[]> ofDoubles() {
    return new Scratch<>(double[]::new, array -> Arrays.fill(array, 0));
  }

  /** Arrays of {@code float}. */
  public static Scratch<float[]> ofFloats() {
    return new Scratch<>(float[]::new, array -> Arrays.fill(array, 0));
  }

  /** Arrays of {@code int}. */
  public static Scratch<int[]> ofInts() {
    return new Scratch<>(int[]::new, array -> Arrays.fill(array, 0));
  }

  /** Arrays of {@code long}. */
  public static Scratch<long[]> ofLongs() {
    return new Scratch<>(long[]::new, array -> Arrays.fill(array, 0));
  }

  /** Arrays of {@code boolean}. */
  public static Scratch<boolean[]> ofBooleans() {
    return new Scratch<>(boolean[]::new, array -> Arrays.fill(array, false));
  }

  /**
   * The array of that length, with whatever it held.
   *
   * @throws NegativeArraySizeException if the length is negative
   */
  public A take(int length) {
    if (length < 0) {
      throw new NegativeArraySizeException(Integer.toString(length));
    }
    if (length >= byLength.length) {
      byLength = Arrays.copyOf(byLength, length + 1 + length / 2);
    }
    if (byLength[length] == null) {
      byLength[length] = allocation.apply(length);
    }
    @SuppressWarnings("unchecked") // Filled by the allocation alone.
    A array = (A) byLength[length];
    return array;
  }

  /** The array of that length, all zero or false. */
  public A zeros(int length) {
    A array = take(length);
    clearing.accept(array);
    return array;
  }
}
