/**
 * Pictures of learning rates, made of the plan before anything is trained: {@code Picture} is what
 * is shown, {@code Drawing} how it is drawn.
 */
@NullMarked
package dev.brisk.processor.preview;

import org.jspecify.annotations.NullMarked;
