/**
 * The schedules of the learning rate, one class each: what it reads, its words, the call of the
 * runtime that computes it, and its value at compile time. {@link
 * dev.brisk.processor.schedule.RateCurve} puts those of a model together to the rate of any step.
 */
@NullMarked
package dev.brisk.processor.schedule;

import org.jspecify.annotations.NullMarked;
