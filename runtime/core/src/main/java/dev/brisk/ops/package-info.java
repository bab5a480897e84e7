/**
 * What the loss of one example is built from: differentiable operations and losses, as plain static
 * methods that run as they stand.
 *
 * <p>A primitive states its own derivatives, method by method, with {@link
 * dev.brisk.ops.Derivative}; gradients are compiled without knowing any by name. (Some warnings
 * speak of a few.) Nothing here keeps state, allocates in a call, or knows the other packages of
 * Brisk.
 */
@NullMarked
package dev.brisk.ops;

import org.jspecify.annotations.NullMarked;
