/**
 * Finding a learning rate by training: from a short run with a rising rate.
 *
 * <p>May use {@code runtime}, and Commons Math; nothing but users uses it.
 */
@NullMarked
package dev.brisk.tune;

import org.jspecify.annotations.NullMarked;
