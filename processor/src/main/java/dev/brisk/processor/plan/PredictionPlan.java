package dev.brisk.processor.plan;

import dev.brisk.processor.program.Type;
import java.util.List;

/**
 * A prediction that the trainer gives.
 *
 * @param name of its method
 * @param columns its arguments, each a column of the examples; with the length that the loss gives
 *     it, or else the method itself
 */
public record PredictionPlan(String name, Type result, List<ColumnPlan> columns) {}
