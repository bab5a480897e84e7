/**
 * Learning rates as functions of the step: pure, in closed form, without anything to resume. The
 * one exception, {@link dev.brisk.schedule.Plateau}, depends on what was observed, and hands that
 * on as a value.
 *
 * <p>Generated trainers compose calls of these with their constants. Depends on no other package of
 * Brisk.
 */
@NullMarked
package dev.brisk.schedule;

import org.jspecify.annotations.NullMarked;
