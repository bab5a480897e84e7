package dev.brisk.processor.emit;

import dev.brisk.processor.program.Type;
import java.util.Optional;

/**
 * An array for intermediate values, kept by the trainer between steps.
 *
 * @param name of the field
 * @param length where it is always the same; else the field is a {@link dev.brisk.runtime.Scratch}
 */
record ScratchField(String name, Type type, Optional<Integer> length) {}
