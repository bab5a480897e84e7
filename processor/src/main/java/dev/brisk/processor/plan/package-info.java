/**
 * Decides everything about a trainer before a line of it is written: routines, buffers, update
 * rule, schedule, initialisation and documentation. What it hands on needs no further decision.
 */
@NullMarked
package dev.brisk.processor.plan;

import org.jspecify.annotations.NullMarked;
