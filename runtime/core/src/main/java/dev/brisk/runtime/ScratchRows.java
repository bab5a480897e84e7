package dev.brisk.runtime;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two-dimensional arrays for intermediate values whose extents depend on the example: one of each
 * size that has been asked for, so that a size seen before allocates nothing.
 *
 * @param <A> the type of the array, {@code double[][]}
 */
public final class ScratchRows<A> {
  private final IntFunction<IntFunction<A>> allocation;
  private final Consumer<A> clearing;
  private @Nullable Object[] byRows = new Object[0];

  private ScratchRows(IntFunction<IntFunction<A>> allocation, Consumer<A> clearing) {
    this.allocation = allocation;
    this.clearing = clearing;
  }

  /** Arrays of {@code double}. */
  public static ScratchRows<double[][]> ofDoubles() {
    return new ScratchRows<>(rows -> columns -> new double[rows][columns], Rows::clear);
  }

  /** Arrays of {@code float}. */
  public static ScratchRows<float[][]> ofFloats() {
    return new ScratchRows<>(rows -> columns -> new float[rows][columns], Rows::clear);
  }

  /** Arrays of {@code int}. */
  public static ScratchRows<int[][]> ofInts() {
    return new ScratchRows<>(rows -> columns -> new int[rows][columns], Rows::clear);
  }

  /** Arrays of {@code long}. */
  public static ScratchRows<long[][]> ofLongs() {
    return new ScratchRows<>(rows -> columns -> new long[rows][columns], Rows::clear);
  }

  /** Arrays of {@code boolean}. */
  public static ScratchRows<boolean[][]> ofBooleans() {
    return new ScratchRows<>(rows -> columns -> new boolean[rows][columns], Rows::clear);
  }

  /**
   * The array of that many rows, each of that many columns, with whatever it held.
   *
   * @throws NegativeArraySizeException if one of the two is negative
   */
  public A take(int rows, int columns) {
    return ofRows(rows).take(columns);
  }

  /** The array of that size, all zero or false. */
  public A zeros(int rows, int columns) {
    return ofRows(rows).zeros(columns);
  }

  private Scratch<A> ofRows(int rows) {
    if (rows < 0) {
      throw new NegativeArraySizeException(Integer.toString(rows));
    }
    if (rows >= byRows.length) {
      byRows = Arrays.copyOf(byRows, rows + 1 + rows / 2);
    }
    if (byRows[rows] == null) {
      byRows[rows] = new Scratch<>(allocation.apply(rows), clearing);
    }
    @SuppressWarnings("unchecked") // Filled here alone.
    Scratch<A> byColumns = (Scratch<A>) byRows[rows];
    return byColumns;
  }
}
