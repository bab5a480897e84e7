/**
 * Finding learning rates and sizes of batches by training: from a short run with a rising rate, by
 * a search over many runs, or from another batch by a rule, and how far that rule holds.
 *
 * <p>May use {@code runtime}, and Commons Math; nothing but users uses it.
 */
@NullMarked
package dev.brisk.tune;

import org.jspecify.annotations.NullMarked;
