package dev.brisk.data;

import java.util.Arrays;

/**
 * Which examples are trained on, which are looked at on the way, and which are kept for the end:
 *
 * <pre>{@code
 * Split split = Split.of(labels.length).seed(7).stratifiedBy(labels).fractions(0.8, 0.1, 0.1);
 * Examples training = examples.select(split.training());
 * }</pre>
 *
 * <p>Each part is drawn at random and in random order, unless the split is {@linkplain
 * Splitting#inOrder() in order}; none has an example of another. The same size, seed, labels and
 * fractions give the same parts.
 *
 * <p>Arrays are new ones at every call.
 */
public final class Split {
  private final int[][] parts;

  Split(int[][] parts) {
    this.parts = parts;
  }

  /**
   * A split of so many examples, which is said more of until {@code fractions}.
   *
   * @param size at least 1
   * @throws IllegalArgumentException if {@code size} is below 1
   */
  public static Splitting of(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("size is " + size + ", expected at least 1");
    }
    return new Splitting(new int[size], 0, false);
  }

  /** The examples to train on, from 0. */
  public int[] training() {
    return parts[0].clone();
  }

  /** Those by which one judges while training goes on. */
  public int[] validation() {
    return parts[1].clone();
  }

  /** Those that are kept for the end; none if {@code fractions} said only two. */
  public int[] test() {
    return parts.length > 2 ? parts[2].clone() : new int[0];
  }

  /** How many there are in each part. */
  @Override
  public String toString() {
    return "Split" + Arrays.toString(Arrays.stream(parts).mapToInt(part -> part.length).toArray());
  }
}
