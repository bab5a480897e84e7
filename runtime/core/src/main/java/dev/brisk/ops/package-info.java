/**
 * What the loss of one example is built from: differentiable operations and losses, as plain static
 * methods that run as they stand.
 *
 * <p>A primitive states its own derivatives, method by method, with {@link
 * dev.brisk.ops.Derivative}; gradients are compiled without knowing any by name. (Some warnings
 * speak of a few.) A vector operation, which returns an array, names the class of its forms by
 * {@link dev.brisk.ops.InPlace}; these classes are {@link dev.brisk.ops.Products}, {@link
 * dev.brisk.ops.Elementwise}, {@link dev.brisk.ops.Activations} and so on, one for each family.
 *
 * <p>Of the other packages of Brisk these know the kernels alone. Nothing here keeps state, scratch
 * memory of a thread aside, and nothing but the plain form of a vector operation allocates.
 */
@NullMarked
package dev.brisk.ops;

import org.jspecify.annotations.NullMarked;
