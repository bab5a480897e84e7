/**
 * The contract between generated trainers and their users, and what all trainers share: the clock
 * of steps and epochs, the loop over a run, its options and its report, snapshots and trials.
 *
 * <p>May use {@code checkpoint}, {@code file}, {@code init}, {@code kernel}, {@code ops} and {@code
 * schedule}; nothing in here knows a particular model. What is specific to a model (gradient,
 * update, schedule) is generated.
 */
@NullMarked
package dev.brisk.runtime;

import org.jspecify.annotations.NullMarked;
