package dev.brisk.ops;

/**
 * Dropout: the forms that {@link InPlace} describes, which are those of evaluation and drop
 * nothing, and the two forms of a training step, which take a key beside them.
 *
 * <p>Whether an element is dropped is a function of the key and of its index alone, see {@link
 * #isKept}. Nothing is drawn in an order, so that the derivative drops the same elements again
 * without a mask in memory, and it does not matter which thread does which example.
 */
public final class Dropout {
  /** The key that drops nothing. */
  public static final long NONE = 0;

  private Dropout() {}

  /**
   * The key of a step. Whatever differs in any of the arguments, or in the numbers that {@link
   * #with} adds, has another key and other elements dropped, as if drawn independently.
   *
   * @param seed of the run
   * @param step the number of the update
   */
  public static long key(long seed, long step) {
    return unlessNone(mix(mix(seed) + step));
  }

  /**
   * A key made from another: for an example of a step, and then for a call of dropout in its loss.
   * What drops nothing still drops nothing.
   *
   * @param number which example, or which call
   */
  public static long with(long key, int number) {
    return key == NONE ? NONE : unlessNone(mix(key + number));
  }

  private static long unlessNone(long key) {
    return key == NONE ? 1 : key;
  }

  /** A step of SplitMix64: Steele, Lea and Flood, "Fast Splittable Generators", 2014. */
  private static long mix(long x) {
    long mixed = x + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /**
   * 1 if an element is kept, 0 if it is dropped. The index is hashed to 31 bits by MurmurHash3's
   * finaliser, with one half of the key added before it and the other within it, and the element is
   * kept if these are at least the threshold. There is no branch, and no number of 64 bits, since
   * this is in the innermost loop.
   */
  private static int isKept(int low, int high, int index, int threshold) {
    int bits = index * 0x9E3779B9 + low;
    bits = (bits ^ (bits >>> 16)) * 0x85EBCA6B + high;
    bits = (bits ^ (bits >>> 13)) * 0xC2B2AE35;
    bits = (bits ^ (bits >>> 16)) >>> 1;
    return 1 + ((bits - threshold) >> 31);
  }

  /** The share of all numbers of 31 bits. */
  private static int threshold(double rate) {
    return (int) (rate * 0x1p31);
  }

  /** As {@link Ops#dropout(double[], double)}. */
  public static void dropout(double[] x, double rate, double[] out) {
    check(x, rate, out);
    System.arraycopy(x, 0, out, 0, x.length);
  }

  /** Adds {@code dOut}. */
  public static void dropoutByX(double[] x, double rate, double[] out, double[] dOut, double[] dX) {
    checkDerivative(x, rate, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i];
    }
  }

  /**
   * Dropout of a training step: 0 for the elements that are dropped, and {@code x[i] / (1 - rate)}
   * for the others, so that the mean over many keys is {@code x[i]}.
   *
   * @param rate the share that is dropped, in [0, 1)
   * @param key as of {@link #key}
   */
  public static void dropout(double[] x, double rate, long key, double[] out) {
    if (key == NONE) {
      dropout(x, rate, out);
      return;
    }
    check(x, rate, out);
    int low = (int) key;
    int high = (int) (key >>> 32);
    int threshold = threshold(rate);
    double scale = 1 / (1 - rate);
    for (int i = 0; i < out.length; i++) {
      out[i] = x[i] * (scale * isKept(low, high, i, threshold));
    }
  }

  /** Adds {@code dOut[i] / (1 - rate)} where the same key keeps the element. */
  public static void dropoutByX(
      double[] x, double rate, long key, double[] out, double[] dOut, double[] dX) {
    if (key == NONE) {
      dropoutByX(x, rate, out, dOut, dX);
      return;
    }
    checkDerivative(x, rate, out, dOut, dX);
    int low = (int) key;
    int high = (int) (key >>> 32);
    int threshold = threshold(rate);
    double scale = 1 / (1 - rate);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * (scale * isKept(low, high, i, threshold));
    }
  }

  private static void check(double[] x, double rate, double[] out) {
    Range.share("rate", rate);
    Lengths.equal("out", out.length, x.length);
  }

  private static void checkDerivative(
      double[] x, double rate, double[] out, double[] dOut, double[] dX) {
    Range.share("rate", rate);
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
  }

  /** As {@link Ops#dropout(float[], double)}. */
  public static void dropout(float[] x, double rate, float[] out) {
    check(x, rate, out);
    System.arraycopy(x, 0, out, 0, x.length);
  }

  /** Adds {@code dOut}. */
  public static void dropoutByX(float[] x, double rate, float[] out, float[] dOut, float[] dX) {
    checkDerivative(x, rate, out, dOut, dX);
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i];
    }
  }

  /**
   * Dropout of a training step: 0 for the elements that are dropped, and {@code x[i] / (1 - rate)}
   * for the others, so that the mean over many keys is {@code x[i]}.
   *
   * @param rate the share that is dropped, in [0, 1)
   * @param key as of {@link #key}
   */
  public static void dropout(float[] x, double rate, long key, float[] out) {
    if (key == NONE) {
      dropout(x, rate, out);
      return;
    }
    check(x, rate, out);
    int low = (int) key;
    int high = (int) (key >>> 32);
    int threshold = threshold(rate);
    float scale = (float) (1 / (1 - rate));
    for (int i = 0; i < out.length; i++) {
      out[i] = x[i] * (scale * isKept(low, high, i, threshold));
    }
  }

  /** Adds {@code dOut[i] / (1 - rate)} where the same key keeps the element. */
  public static void dropoutByX(
      float[] x, double rate, long key, float[] out, float[] dOut, float[] dX) {
    if (key == NONE) {
      dropoutByX(x, rate, out, dOut, dX);
      return;
    }
    checkDerivative(x, rate, out, dOut, dX);
    int low = (int) key;
    int high = (int) (key >>> 32);
    int threshold = threshold(rate);
    float scale = (float) (1 / (1 - rate));
    for (int i = 0; i < dX.length; i++) {
      dX[i] += dOut[i] * (scale * isKept(low, high, i, threshold));
    }
  }

  private static void check(float[] x, double rate, float[] out) {
    Range.share("rate", rate);
    Lengths.equal("out", out.length, x.length);
  }

  private static void checkDerivative(
      float[] x, double rate, float[] out, float[] dOut, float[] dX) {
    Range.share("rate", rate);
    Lengths.results(out.length, dOut.length, x.length);
    Lengths.equal("dX", dX.length, x.length);
  }
}
