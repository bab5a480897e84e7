package dev.brisk.report;

import dev.brisk.runtime.Examples;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Examples, the loss of each of which is a multiple of the same loss. */
public record Factors(double... factors) implements Examples<Factors> {
  /** So many examples with that loss itself. */
  public static Factors ones(int size) {
    return new Factors(DoubleStream.generate(() -> 1).limit(size).toArray());
  }

  /** Their mean. */
  public double mean() {
    return Arrays.stream(factors).average().orElseThrow();
  }

  @Override
  public int size() {
    return factors.length;
  }

  @Override
  public Factors select(int... rows) {
    return new Factors(Arrays.stream(rows).mapToDouble(row -> factors[row]).toArray());
  }
}
