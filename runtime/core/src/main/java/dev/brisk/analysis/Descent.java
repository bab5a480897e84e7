package dev.brisk.analysis;

import static dev.brisk.analysis.Refusal.require;

import dev.brisk.text.Digits;

/**
 * Gradient descent, with or without momentum, in the order of operations of {@link
 * dev.brisk.Algorithm#SGD}. On a quadratic the error along each eigenvector of the Hessian follows
 * a recurrence of its own, which dies away below a learning rate that depends on the curvature
 * alone, and grows above it: Polyak, "Some methods of speeding up the convergence of iteration
 * methods", 1964, for momentum; for Nesterov's form the same argument with the gradient taken
 * ahead.
 *
 * <p>With the curvature {@code a}, the rate {@code r} and {@code q = r a}, two updates in
 * succession have the error {@code z^2 e}, {@code z e} where {@code z} solves
 *
 * <pre>
 * heavy ball   z^2 - (1 + m - (1 - d) q) z + m = 0
 * Nesterov     z^2 - (1 + m) (1 - q) z + m (1 - q) = 0
 * </pre>
 *
 * @param momentum in [0, 1)
 * @param dampening in [0, 1]; of no effect without momentum
 * @param isNesterov whether the gradient is taken ahead; then there is no dampening
 * @param weightDecay at least 0; added to the gradient, and so to every curvature
 */
public record Descent(double momentum, double dampening, boolean isNesterov, double weightDecay) {
  /**
   * Refuses what is out of range.
   *
   * @throws IllegalArgumentException if a figure is
   */
  public Descent {
    require(momentum >= 0 && momentum < 1, "momentum", momentum, "in [0, 1)");
    require(dampening >= 0 && dampening <= 1, "dampening", dampening, "in [0, 1]");
    require(!isNesterov || dampening == 0, "dampening", dampening, "0 with Nesterov's form");
    require(
        weightDecay >= 0 && weightDecay < Double.POSITIVE_INFINITY,
        "weightDecay",
        weightDecay,
        "finite and at least 0");
  }

  /** Without momentum. */
  public static Descent plain() {
    return new Descent(0, 0, false, 0);
  }

  /**
   * With momentum.
   *
   * @param momentum in [0, 1)
   */
  public static Descent heavyBall(double momentum) {
    return new Descent(momentum, 0, false, 0);
  }

  /**
   * With Nesterov's momentum.
   *
   * @param momentum in [0, 1)
   */
  public static Descent nesterov(double momentum) {
    return new Descent(momentum, 0, true, 0);
  }

  /**
   * The same with weight decay.
   *
   * @param decay at least 0
   */
  public Descent withWeightDecay(double decay) {
    return new Descent(momentum, dampening, isNesterov, decay);
  }

  /**
   * The learning rate at which the error neither grows nor dies away: {@code 2 / a}, {@code 2 (1 +
   * m) / (a (1 - d))} with momentum, {@code 2 (1 + m) / (a (1 + 2 m))} with Nesterov's, where
   * {@code a} includes weight decay.
   *
   * @param curvature the largest eigenvalue of the Hessian
   * @return infinity where nothing bounds the rate, as the curvature with weight decay is not
   *     positive
   */
  public double bound(double curvature) {
    double total = curvature + weightDecay;
    if (total <= 0) {
      return Double.POSITIVE_INFINITY;
    }
    return isNesterov
        ? 2 * (1 + momentum) / (total * (1 + 2 * momentum))
        : 2 * (1 + momentum) / (total * taken());
  }

  /** The share of the gradient that joins the momentum. Without it there is nothing to dampen. */
  double taken() {
    return momentum == 0 ? 1 : 1 - dampening;
  }

  /**
   * The factor by which an update multiplies the error in the long run, the spectral radius of the
   * recurrence: {@code |1 - r a|} without momentum.
   *
   * @param rate the learning rate, at least 0
   * @param curvature along an eigenvector
   */
  public double contraction(double rate, double curvature) {
    return recurrence(rate, curvature).radius();
  }

  Recurrence recurrence(double rate, double curvature) {
    double q = rate * (curvature + weightDecay);
    return isNesterov
        ? new Recurrence((1 + momentum) * (1 - q), momentum * (1 - q))
        : new Recurrence(1 + momentum - taken() * q, momentum);
  }

  /**
   * {@code z^2 - trace z + determinant = 0}.
   *
   * @param trace of the matrix of the iteration
   * @param determinant of it
   */
  record Recurrence(double trace, double determinant) {
    private double discriminant() {
      return trace * trace - 4 * determinant;
    }

    /** The modulus of the larger root. */
    double radius() {
      double discriminant = discriminant();
      return discriminant < 0
          ? Math.sqrt(determinant)
          : (Math.abs(trace) + Math.sqrt(discriminant)) / 2;
    }

    /** Whether the error changes its sign again and again. */
    boolean swings() {
      return discriminant() < 0 || trace < 0;
    }
  }

  /** In words, {@code gradient descent with momentum 0.9}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("gradient descent");
    if (momentum > 0) {
      text.append(isNesterov ? " with Nesterov's momentum " : " with momentum ")
          .append(Digits.of(momentum));
    }
    if (momentum > 0 && dampening > 0) {
      text.append(", dampening ").append(Digits.of(dampening));
    }
    if (weightDecay > 0) {
      text.append(momentum > 0 ? ", weight decay " : " with weight decay ")
          .append(Digits.of(weightDecay));
    }
    return text.toString();
  }
}
