package dev.brisk.schedule;

/**
 * Cuts the learning rate when a watched value no longer becomes better: PyTorch's {@code
 * ReduceLROnPlateau}. This holds the settings; what was seen so far is a {@link State}, a value
 * that each observation replaces.
 *
 * @param factor what a cut multiplies the rate by, in (0, 1)
 * @param patience bad observations in a row that are borne; one more is a cut
 * @param threshold by how much a value must be better, at least 0
 * @param isRelative whether the threshold is a share of the best value, or else a distance from it
 * @param cooldown observations after a cut that are not counted as bad
 * @param minLearningRate what the rate is not cut below
 * @param higherIsBetter whether the value is to rise, or else to fall
 */
public record Plateau(
    double factor,
    long patience,
    double threshold,
    boolean isRelative,
    long cooldown,
    double minLearningRate,
    boolean higherIsBetter) {

  /** PyTorch's {@code eps}: a cut by no more than that is not made. */
  private static final double SMALLEST_CUT = 1e-8;

  /**
   * What was seen so far.
   *
   * @param scale of the rate, 1 before the first cut
   * @param best the best value seen; NaN before the first
   * @param bad observations in a row that were not better
   * @param cooldown observations that are still not counted as bad
   */
  public record State(double scale, double best, long bad, long cooldown) {
    /** Nothing seen. */
    public static final State START = new State(1, Double.NaN, 0, 0);
  }

  /**
   * The state after one more observation.
   *
   * @param rate the learning rate before any cut
   * @param value what is watched; a NaN is not better, and never the best
   */
  public State observed(State before, double rate, double value) {
    boolean isBetter = isBetter(value, before.best);
    double best = isBetter ? value : before.best;
    boolean cools = before.cooldown > 0;
    long bad = isBetter || cools ? 0 : before.bad + 1;
    if (bad <= patience) {
      return new State(before.scale, best, bad, cools ? before.cooldown - 1 : 0);
    }
    double now = rate * before.scale;
    double next = Math.max(now * factor, minLearningRate);
    return new State(now - next > SMALLEST_CUT ? next / rate : before.scale, best, 0, cooldown);
  }

  private boolean isBetter(double value, double best) {
    if (Double.isNaN(best)) {
      // Anything is better than nothing, as in PyTorch, whose best value begins infinite.
      return higherIsBetter ? value > Double.NEGATIVE_INFINITY : value < Double.POSITIVE_INFINITY;
    }
    if (higherIsBetter) {
      return value > (isRelative ? best * (1 + threshold) : best + threshold);
    }
    return value < (isRelative ? best * (1 - threshold) : best - threshold);
  }
}
