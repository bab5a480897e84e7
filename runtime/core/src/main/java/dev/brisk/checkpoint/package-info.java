/**
 * Files of tensors, in the safetensors format, that are whole or refused.
 *
 * <p>May use {@code file}; nothing in here knows a trainer.
 */
@NullMarked
package dev.brisk.checkpoint;

import org.jspecify.annotations.NullMarked;
