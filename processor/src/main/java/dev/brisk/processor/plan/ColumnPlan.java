package dev.brisk.processor.plan;

import dev.brisk.processor.program.Type;
import java.util.Optional;

/**
 * A column of the examples: an argument of the loss.
 *
 * @param length of each row, for an array with a shape
 */
public record ColumnPlan(String name, Type type, Optional<Integer> length) {}
