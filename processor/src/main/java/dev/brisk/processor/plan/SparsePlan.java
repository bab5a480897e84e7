package dev.brisk.processor.plan;

/**
 * A parameter that is updated by the rows that the examples touch.
 *
 * @param width the number of elements of a row of a flat array
 */
public record SparsePlan(ParameterPlan parameter, int width) {}
