package dev.brisk.schedule;

/**
 * A rate that goes up and down between two, cycle after cycle, without end, and a momentum that
 * goes down and up meanwhile: PyTorch's {@code CyclicLR}. Smith, "Cyclical Learning Rates for
 * Training Neural Networks", 2017.
 *
 * <p>The rate is {@code rate + (maximum - rate) * height * scale}. The height rises from 0 to 1 in
 * {@code up} steps, and falls to 0 in {@code down}; what the scale is each method says. The
 * momentum is {@code 0.9 - (0.9 - 0.8) * height * scale}: {@value #HIGH_MOMENTUM} at the bottom of
 * the rate, and {@value #LOW_MOMENTUM} at its top. A negative {@code t} counts as 0.
 */
public final class Cyclic {
  /** The momentum where the rate is lowest, PyTorch's {@code max_momentum}. */
  public static final double HIGH_MOMENTUM = 0.9;

  /** The momentum where the rate is highest, PyTorch's {@code base_momentum}. */
  public static final double LOW_MOMENTUM = 0.8;

  private Cyclic() {}

  /**
   * Cycles of the same height: a scale of 1.
   *
   * @param maximum the rate at the top
   * @param up steps of the rise, positive
   * @param down steps of the fall, positive
   */
  public static double triangular(double rate, long t, double maximum, long up, long down) {
    return rate + (maximum - rate) * height(t, up, down);
  }

  /**
   * Each cycle half as high as the one before: a scale of {@code 2^-n} after {@code n} cycles.
   *
   * @param maximum the rate at the top of the first cycle
   * @param up steps of the rise, positive
   * @param down steps of the fall, positive
   */
  public static double triangular2(double rate, long t, double maximum, long up, long down) {
    long cycles = Math.max(t, 0) / sum(up, down);
    return rate + (maximum - rate) * height(t, up, down) * Math.pow(0.5, cycles);
  }

  /**
   * A height that is multiplied by a factor at every step: a scale of {@code gamma^t}.
   *
   * @param maximum the rate at the top, before the scale
   * @param up steps of the rise, positive
   * @param down steps of the fall, positive
   * @param gamma in (0, 1]
   */
  public static double expRange(
      double rate, long t, double maximum, long up, long down, double gamma) {
    double scale = Math.pow(gamma, Math.max(t, 0));
    return rate + (maximum - rate) * height(t, up, down) * scale;
  }

  /** The momentum beside {@link #triangular}, whose parameters these are. */
  public static double triangularMomentum(long t, long up, long down) {
    return triangular(HIGH_MOMENTUM, t, LOW_MOMENTUM, up, down);
  }

  /** The momentum beside {@link #triangular2}, whose parameters these are. */
  public static double triangular2Momentum(long t, long up, long down) {
    return triangular2(HIGH_MOMENTUM, t, LOW_MOMENTUM, up, down);
  }

  /** The momentum beside {@link #expRange}, whose parameters these are. */
  public static double expRangeMomentum(long t, long up, long down, double gamma) {
    return expRange(HIGH_MOMENTUM, t, LOW_MOMENTUM, up, down, gamma);
  }

  /** How far up it is in its cycle, in [0, 1]. Of whole numbers, so exact at any step. */
  private static double height(long t, long up, long down) {
    long cycle = sum(up, down);
    long inCycle = Math.max(t, 0) % cycle;
    return inCycle <= up ? (double) inCycle / up : (double) (cycle - inCycle) / down;
  }

  /** The sum, or the largest long if it is larger. */
  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
