/**
 * Turns programs into routines: as they stand for losses, metrics and predictions, and with their
 * adjoint (reverse mode) for gradients. Pure functions from program to code; knows no optimizer.
 */
@NullMarked
package dev.brisk.processor.derive;

import org.jspecify.annotations.NullMarked;
