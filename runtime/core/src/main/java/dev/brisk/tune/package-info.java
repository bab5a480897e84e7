/**
 * Finding learning rates and sizes of batches by training: from a short run with a rising rate, by
 * a search over many runs, or from another batch by a rule, and how far that rule holds.
 *
 * <p>Where the examples are in other processes, {@link dev.brisk.tune.FinderSteps} does the steps
 * of a finder and {@link dev.brisk.tune.SearchRunner} trains the runs of a search.
 *
 * <p>May use {@code runtime}, and Commons Math; nothing but users and {@code brisk-spark} uses it.
 */
@NullMarked
package dev.brisk.tune;

import org.jspecify.annotations.NullMarked;
