package dev.brisk.processor.plan;

import dev.brisk.processor.program.Type;
import java.util.List;

/**
 * A column of the examples: an argument of the loss.
 *
 * @param shape as it is declared; empty if it is not
 * @param lengths of each example's array, one for each of its dimensions; empty for a scalar, and
 *     for an array without a shape
 */
public record ColumnPlan(String name, Type type, List<Integer> shape, List<Integer> lengths) {}
