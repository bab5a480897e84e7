/**
 * Files of tensors: in the safetensors format, whole or refused, and in NumPy's, to be read by
 * others.
 *
 * <p>May use {@code file} and {@code numpy}; nothing in here knows a trainer.
 */
@NullMarked
package dev.brisk.checkpoint;

import org.jspecify.annotations.NullMarked;
