package dev.brisk.runtime;

import java.util.SplittableRandom;

/** The order of examples in an epoch: a pure function of seed and epoch, so nothing to resume. */
public final class Shuffle {
  /** Keeps the orders apart from the parameters' first values, which come from the same seed. */
  private static final long SALT = 0x6f7264657273L; // "orders" in ASCII

  /** Keeps the orders of windows apart from those of examples. */
  private static final long WINDOWS = 0x77696e646f7773L; // "windows" in ASCII

  private Shuffle() {}

  /**
   * A permutation of 0 to {@code size - 1}, all equally likely (Fisher and Yates).
   *
   * @param epoch counted from 0 over the life of the trainer
   */
  public static int[] order(int size, long seed, long epoch) {
    SplittableRandom random = random(seed, epoch);
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The order in which the windows of a stream come in an epoch. */
  static int[] windows(int windows, long seed, long epoch) {
    return order(windows, seed ^ WINDOWS, epoch);
  }

  /** The order of the examples within a window; of the first one, that of an epoch in memory. */
  static int[] within(int window, int size, long seed, long epoch) {
    return order(size, seed, epoch + ((long) window << Integer.SIZE));
  }

  private static SplittableRandom random(long seed, long epoch) {
    // Seeds that lie close to each other give generators that may overlap; what they draw is mixed.
    long mixed = new SplittableRandom(seed ^ SALT).nextLong();
    return new SplittableRandom(new SplittableRandom(mixed + epoch).nextLong());
  }
}
