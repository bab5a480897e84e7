package dev.brisk.analysis;

import dev.brisk.text.Digits;

/**
 * How a loss curves at some parameters: both ends of the spectrum of its Hessian, with their signs.
 * A negative smallest eigenvalue means that the loss curves downwards along a direction, as on a
 * saddle.
 *
 * <p>A residual is {@code |H v - x v|} of an eigenvalue {@code x} with its vector {@code v} of
 * length 1; some eigenvalue is within this distance of {@code x}. It is measured by a product that
 * no iteration has seen, so that errors of differences show in it, too.
 *
 * @param largest the largest eigenvalue, which is called the sharpness
 * @param smallest the smallest eigenvalue
 * @param residual of the largest
 * @param smallestResidual of the smallest
 * @param iterations of the method of Lanczos
 * @param isConverged whether the residual of the largest is as small as was asked for
 */
public record Sharpness(
    double largest,
    double smallest,
    double residual,
    double smallestResidual,
    int iterations,
    boolean isConverged) {
  /** The learning rates from which on descent diverges. */
  public StabilityBounds bounds() {
    return new StabilityBounds(largest);
  }

  /**
   * A learning rate beside the bound of gradient descent without momentum.
   *
   * @param rate at least 0
   */
  public RateJudgement judge(double rate) {
    return bounds().judge(rate);
  }

  /**
   * A learning rate beside the bound of that form of descent.
   *
   * @param rate at least 0
   */
  public RateJudgement judge(double rate, Descent descent) {
    return bounds().judge(rate, descent);
  }

  /** In a sentence. */
  @Override
  public String toString() {
    return "the Hessian's eigenvalues go from "
        + Digits.of(smallest, 6)
        + " to "
        + Digits.of(largest, 6)
        + " (residuals "
        + Digits.of(smallestResidual, 1)
        + " and "
        + Digits.of(residual, 1)
        + (isConverged ? ", converged" : ", not converged")
        + " after "
        + iterations
        + (iterations == 1 ? " iteration)" : " iterations)");
  }
}
