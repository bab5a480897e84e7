package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What is known of the curvature of a model's loss. Gradient descent diverges from a learning rate
 * of {@code 2 / L} on, where {@code L} is the largest curvature; a model that declares it does not
 * compile with such a rate.
 *
 * <p>The bound is {@code 2 (1 + m) / L} with momentum {@code m}, and {@code 2 (1 + m) / (L (1 + 2
 * m))} with Nesterov's. Weight decay adds to {@code L}. Polyak, "Some methods of speeding up the
 * convergence of iteration methods", 1964; Nesterov, "Introductory Lectures on Convex
 * Optimization", 2004, section 2.1. Read with {@link Algorithm#SGD} alone, as the others scale
 * their steps.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Curvature {
  /**
   * The largest eigenvalue of the Hessian of the mean loss over the region of training, which is
   * the Lipschitz constant of its gradient; finite and positive.
   */
  double lipschitz();
}
