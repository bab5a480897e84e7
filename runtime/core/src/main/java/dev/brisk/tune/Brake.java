package dev.brisk.tune;

/** Tells when a loss has risen too far. */
final class Brake {
  /** Of the moving average that stands for the loss so far. */
  private static final double BETA = 0.9;

  private final StopRule rule;
  private final double factor;
  private final double first;
  private double mean;
  private double weight;
  private double best = Double.POSITIVE_INFINITY;

  /**
   * @param first the loss before any update
   */
  Brake(StopRule rule, double factor, double first) {
    this.rule = rule;
    this.factor = factor;
    this.first = first;
  }

  /**
   * @param untrained what the same batch costs without training; a hard batch is no divergence
   */
  boolean stops(double loss, double untrained) {
    double excess = Math.max(0, untrained - first);
    double measured = loss - excess;
    mean = BETA * mean + (1 - BETA) * (loss - untrained + first);
    weight = BETA * weight + (1 - BETA);
    best = Math.min(best, mean / weight);
    return measured > times(rule == StopRule.FIRST ? first : best);
  }

  /** The multiple of a loss, which may be negative. */
  private double times(double loss) {
    return loss + (factor - 1) * Math.abs(loss);
  }
}
