/**
 * How large a learning rate may be: the curvature of a loss, measured at the parameters of a
 * trainer or known of a quadratic or a linear model, and the rates from which on descent diverges.
 *
 * <p>May use {@code runtime} and Commons Math. Nothing here is for the inner loop of a training.
 */
@NullMarked
package dev.brisk.analysis;

import org.jspecify.annotations.NullMarked;
