/**
 * Finds learning rates and sizes of batches by training with many of them, and measures what a rule
 * promises of them. Nothing here is needed to train, and nothing of it is run by a step.
 *
 * <p>May use {@code runtime} and Commons Math; nothing else of Brisk uses this.
 */
@NullMarked
package dev.brisk.tune;

import org.jspecify.annotations.NullMarked;
