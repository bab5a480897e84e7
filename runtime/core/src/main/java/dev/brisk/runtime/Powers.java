package dev.brisk.runtime;

/**
 * The powers {@code base^n} of a number in [0, 1), many times faster than {@link Math#pow}: of the
 * digits of {@code n} to the base 64 each has its power in a table, and their product is the
 * result. It is within a few units in the last place of {@code Math.pow}, and depends on {@code n}
 * alone.
 */
public final class Powers {
  private static final int BITS = 6;
  private static final int DIGITS = 1 << BITS;

  /** The first 64 powers of {@code base^(64^level)}. */
  private final double[][] levels;

  private Powers(double[][] levels) {
    this.levels = levels;
  }

  /**
   * The powers of a number.
   *
   * @throws IllegalArgumentException if it is not in [0, 1)
   */
  public static Powers of(double base) {
    if (!(base >= 0 && base < 1)) {
      throw new IllegalArgumentException("base is " + base + ", expected in [0, 1)");
    }
    double[][] levels = new double[(Long.SIZE + BITS - 1) / BITS][DIGITS];
    for (int level = 0; level < levels.length; level++) {
      for (int digit = 0; digit < DIGITS; digit++) {
        levels[level][digit] = Math.pow(base, digit * Math.pow(DIGITS, level));
      }
    }
    return new Powers(levels);
  }

  /**
   * {@code base^n}.
   *
   * @param n at least 0
   */
  public double at(long n) {
    double power = levels[0][(int) n & DIGITS - 1];
    int level = 1;
    for (long rest = n >>> BITS; rest != 0; rest >>>= BITS) {
      power *= levels[level++][(int) rest & DIGITS - 1];
    }
    return power;
  }
}
