package dev.brisk.tune;

/** Tells when a loss has risen too far. */
final class Brake {
  private final StopRule rule;
  private final double factor;
  private final double beta;
  private final double first;
  private double mean;
  private double weight;
  private double best = Double.POSITIVE_INFINITY;

  /**
   * @param beta of the moving average that stands for the loss so far
   * @param first the loss before any update
   */
  Brake(StopRule rule, double factor, double beta, double first) {
    this.rule = rule;
    this.factor = factor;
    this.beta = beta;
    this.first = first;
  }

  /**
   * @param untrained what the same batch costs without training; a hard batch is no divergence
   */
  boolean stops(double loss, double untrained) {
    double excess = Math.max(0, untrained - first);
    double measured = loss - excess;
    mean = beta * mean + (1 - beta) * (loss - untrained + first);
    weight = beta * weight + (1 - beta);
    best = Math.min(best, mean / weight);
    return measured > times(rule == StopRule.FIRST ? first : best);
  }

  /** The multiple of a loss, which may be negative. */
  private double times(double loss) {
    return loss + (factor - 1) * Math.abs(loss);
  }
}
