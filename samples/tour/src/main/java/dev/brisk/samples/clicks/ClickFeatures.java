package dev.brisk.samples.clicks;

/**
 * The features of an impression: its four fields, and advertiser and page together, each as a row
 * of the table of weights.
 *
 * <p>Which row it is, a hash says. So there is no dictionary to keep, and an advertiser that no one
 * has heard of has a row at once. Now and then two features share one; with as many rows as here
 * that costs little (Weinberger et al., "Feature Hashing for Large Scale Multitask Learning",
 * 2009).
 */
public final class ClickFeatures {
  /** How many an impression has. */
  public static final int COUNT = 5;

  private static final int BITS = 16;

  /** Rows of the table. */
  public static final int ROWS = 1 << BITS;

  private ClickFeatures() {}

  /** Writes the rows of an impression. */
  public static void of(Impression shown, int[] rows) {
    rows[0] = row(0, shown.advertiser(), 0);
    rows[1] = row(1, shown.page(), 0);
    rows[2] = row(2, shown.hour(), 0);
    rows[3] = row(3, shown.user(), 0);
    rows[4] = row(4, shown.advertiser(), shown.page());
  }

  /** Mixed as in SplitMix64 (Steele, Lea and Flood, 2014). */
  private static int row(int field, int first, int second) {
    long mixed = mix(mix(mix(field) + first) + second);
    return (int) (mixed >>> (Long.SIZE - BITS));
  }

  private static long mix(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
