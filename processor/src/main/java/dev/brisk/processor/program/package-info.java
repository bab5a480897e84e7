/**
 * The differentiable program: what a loss, metric or prediction computes, as typed immutable
 * records, each with the place it came from. In structured static single assignment: a {@link
 * dev.brisk.processor.program.Variable} is defined once, loops carry their state explicitly.
 *
 * <p>Knows nothing of javac, annotations or optimizers; uses {@code diagnostic} alone.
 */
@NullMarked
package dev.brisk.processor.program;

import org.jspecify.annotations.NullMarked;
