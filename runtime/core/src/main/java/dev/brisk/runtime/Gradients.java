package dev.brisk.runtime;

/**
 * What clipping does to parts of gradients, and how they are looked through. Written for generated
 * code.
 *
 * <p>Sums have four accumulators: HotSpot leaves the order of additions as it is written, and a
 * single one would wait for itself at every element.
 */
public final class Gradients {
  private Gradients() {}

  /** The sum of the squares of the elements {@code [from, to)}. */
  public static double squares(double[] values, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += values[i] * values[i];
      b += values[i + 1] * values[i + 1];
      c += values[i + 2] * values[i + 2];
      d += values[i + 3] * values[i + 3];
    }
    for (; i < to; i++) {
      a += values[i] * values[i];
    }
    return (a + b) + (c + d);
  }

  /** Multiplies the elements {@code [from, to)}. */
  public static void scale(double[] values, int from, int to, double factor) {
    for (int i = from; i < to; i++) {
      values[i] *= factor;
    }
  }

  /**
   * Brings the elements {@code [from, to)} into {@code [-bound, bound]}.
   *
   * @return 0 if all of them were finite, else NaN
   */
  public static double clamp(double[] values, int from, int to, double bound) {
    double zero = zero(values, from, to);
    for (int i = from; i < to; i++) {
      values[i] = Math.max(-bound, Math.min(bound, values[i]));
    }
    return zero;
  }

  /** The sum of the elements times 0. */
  private static double zero(double[] values, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += 0 * values[i];
      b += 0 * values[i + 1];
      c += 0 * values[i + 2];
      d += 0 * values[i + 3];
    }
    for (; i < to; i++) {
      a += 0 * values[i];
    }
    return (a + b) + (c + d);
  }

  /** The first of the elements {@code [from, to)} that is not finite; {@code to} if all are. */
  static int firstNonFinite(double[] values, int from, int to) {
    // The sum tells of all of them, without a branch for each.
    int i = zero(values, from, to) == 0 ? to : from;
    while (i < to && Double.isFinite(values[i])) {
      i++;
    }
    return i;
  }

  /** As {@link #squares(double[], int, int)}. */
  public static double squares(float[] values, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += (double) values[i] * values[i];
      b += (double) values[i + 1] * values[i + 1];
      c += (double) values[i + 2] * values[i + 2];
      d += (double) values[i + 3] * values[i + 3];
    }
    for (; i < to; i++) {
      a += (double) values[i] * values[i];
    }
    return (a + b) + (c + d);
  }

  /** As {@link #scale(double[], int, int, double)}. */
  public static void scale(float[] values, int from, int to, double factor) {
    float single = (float) factor;
    for (int i = from; i < to; i++) {
      values[i] *= single;
    }
  }

  /** As {@link #clamp(double[], int, int, double)}. */
  public static double clamp(float[] values, int from, int to, double bound) {
    double zero = zero(values, from, to);
    float single = (float) bound;
    for (int i = from; i < to; i++) {
      values[i] = Math.max(-single, Math.min(single, values[i]));
    }
    return zero;
  }

  private static double zero(float[] values, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += 0 * values[i];
      b += 0 * values[i + 1];
      c += 0 * values[i + 2];
      d += 0 * values[i + 3];
    }
    for (; i < to; i++) {
      a += 0 * values[i];
    }
    return (a + b) + (c + d);
  }

  /** As {@link #firstNonFinite(double[], int, int)}. */
  static int firstNonFinite(float[] values, int from, int to) {
    int i = zero(values, from, to) == 0 ? to : from;
    while (i < to && Float.isFinite(values[i])) {
      i++;
    }
    return i;
  }
}
