package dev.brisk.analysis;

import static dev.brisk.analysis.Refusal.require;

/**
 * The learning rates from which on descent diverges on a quadratic of the largest curvature {@code
 * L}; on another loss, close to where {@code L} was measured. They hold for whole-data gradients
 * along the steepest direction. Minibatches may need less; a rate above the bound may still train,
 * as the parameters are driven to where the loss is flatter: Cohen et al., "Gradient Descent on
 * Neural Networks Typically Occurs at the Edge of Stability", 2021.
 *
 * <p>Infinity stands for no bound: where the largest eigenvalue is not positive, the loss curves
 * upwards in no direction.
 *
 * <p>{@link dev.brisk.Algorithm#ADAM} and its relatives divide the gradient by a size of its own
 * for each parameter. Their bound comes from another curvature: see {@link #adaptive}.
 *
 * @param sharpness the largest eigenvalue {@code L} of the Hessian of the mean loss, with its sign
 */
public record StabilityBounds(double sharpness) {
  /**
   * Refuses a NaN.
   *
   * @throws IllegalArgumentException if it is one
   */
  public StabilityBounds {
    require(!Double.isNaN(sharpness), "sharpness", sharpness, "a number");
  }

  /** {@code 2 / L}, of gradient descent without momentum. */
  public double gradientDescent() {
    return of(Descent.plain());
  }

  /**
   * {@code 1 / L}: up to here gradient descent goes straight to the minimum of a quadratic in every
   * direction, beyond it swings across the steepest ones. Each step of it lowers a loss whose
   * curvature is nowhere above {@code L}, by the most that is certain: Nesterov, "Introductory
   * Lectures on Convex Optimization", 2004, section 1.2.3.
   */
  public double withoutOvershoot() {
    return gradientDescent() / 2;
  }

  /**
   * {@code 2 (1 + m) / L}, of descent with momentum.
   *
   * @param momentum in [0, 1)
   */
  public double heavyBall(double momentum) {
    return of(Descent.heavyBall(momentum));
  }

  /**
   * {@code 2 (1 + m) / (L (1 + 2 m))}, of descent with Nesterov's momentum.
   *
   * @param momentum in [0, 1)
   */
  public double nesterov(double momentum) {
    return of(Descent.nesterov(momentum));
  }

  /** The bound of that form of descent, weight decay included. */
  public double of(Descent descent) {
    return descent.bound(sharpness);
  }

  /**
   * {@code 2 (1 + b) / ((1 - b) P)}, from where on {@link dev.brisk.Algorithm#ADAM} is unstable;
   * {@code 38 / P} with the usual 0.9. {@code P} is the <b>preconditioned</b> sharpness, the
   * largest eigenvalue of the Hessian after each row was divided by {@code sqrt(v) + epsilon}, with
   * the optimizer's second moments {@code v}. {@link SharpnessMeter} measures the plain Hessian,
   * which says nothing of {@code P}. Cohen et al., "Adaptive Gradient Methods at the Edge of
   * Stability", 2022, section 2.
   *
   * @param preconditioned the preconditioned sharpness
   * @param beta1 in [0, 1)
   */
  public static double adaptive(double preconditioned, double beta1) {
    return new Descent(beta1, beta1, false, 0).bound(preconditioned);
  }

  /**
   * A learning rate beside the bound of gradient descent without momentum.
   *
   * @param rate at least 0
   */
  public RateJudgement judge(double rate) {
    return judge(rate, Descent.plain());
  }

  /**
   * A learning rate beside the bound of that form of descent.
   *
   * @param rate at least 0
   */
  public RateJudgement judge(double rate, Descent descent) {
    return new RateJudgement(rate, descent, this);
  }
}
