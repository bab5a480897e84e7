/**
 * Checks of derivatives that a person wrote, for use in tests: gradients of whole models and
 * derivatives of single functions are compared with differences of the values themselves.
 *
 * <p>May use {@code runtime}; nothing else of Brisk uses this.
 */
@NullMarked
package dev.brisk.check;

import org.jspecify.annotations.NullMarked;
