package dev.brisk.processor.optimizer;

/**
 * The learning rate from which on gradient descent diverges, as a function of the largest
 * curvature. On a quadratic the error along each eigenvector of the Hessian follows a recurrence of
 * its own, which dies away below this rate and grows above it: Polyak, 1964, for momentum; for
 * Nesterov's form the same argument with the gradient taken ahead.
 *
 * @param momentum in [0, 1)
 * @param dampening in [0, 1]
 * @param weightDecay added to the gradient, and so to every curvature
 */
public record StabilityBound(
    double momentum, double dampening, boolean isNesterov, double weightDecay) {
  /**
   * The rate at which the error neither grows nor dies away.
   *
   * @param curvature the largest eigenvalue of the Hessian, positive
   */
  public double rate(double curvature) {
    double total = curvature + weightDecay;
    if (isNesterov) {
      return 2 * (1 + momentum) / (total * (1 + 2 * momentum));
    }
    // Without momentum there is nothing to dampen.
    double taken = momentum == 0 ? 1 : 1 - dampening;
    return 2 * (1 + momentum) / (total * taken);
  }
}
