package dev.brisk.processor.emit;

import dev.brisk.processor.program.Type;
import java.util.List;

/**
 * An array for intermediate values, kept by the trainer between steps.
 *
 * @param name of the field
 * @param lengths of its dimensions where they are always the same; else empty, and the field is a
 *     {@link dev.brisk.runtime.Scratch} or {@link dev.brisk.runtime.ScratchRows}
 * @param isOfBatch whether it has an entry for each example of a batch, and its lengths are those
 *     of an entry
 */
record ScratchField(String name, Type type, List<Integer> lengths, boolean isOfBatch) {
  boolean isFixed() {
    return !lengths.isEmpty() || isOfBatch;
  }

  boolean isTwoDimensional() {
    return type.rank() == 2;
  }
}
