package dev.brisk.runtime;

import java.util.SplittableRandom;

/** The order of examples in an epoch: a pure function of seed and epoch, so nothing to resume. */
public final class Shuffle {
  /** Keeps the orders apart from the parameters' first values, which come from the same seed. */
  private static final long SALT = 0x6f7264657273L; // "orders" in ASCII

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

  private static SplittableRandom random(long seed, long epoch) {
    // Seeds that lie close to each other give generators that may overlap; what they draw is mixed.
    long mixed = new SplittableRandom(seed ^ SALT).nextLong();
    return new SplittableRandom(new SplittableRandom(mixed + epoch).nextLong());
  }
}
