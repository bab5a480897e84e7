/**
 * Reads what the user wrote: annotations into a {@link dev.brisk.processor.read.ModelSource},
 * method bodies into programs. With the reporter and the entry point the only room that knows
 * {@code javax.lang.model} and javac's trees; what it hands on are plain values.
 */
@NullMarked
package dev.brisk.processor.read;

import org.jspecify.annotations.NullMarked;
