package dev.brisk.processor.plan;

import dev.brisk.processor.code.Routine;
import java.util.List;

/**
 * How a trainer multiplies with the Hessian.
 *
 * @param product one example's slope along a direction, and the Hessian times that direction,
 *     weighted, added to sums; it takes the direction after the example
 * @param directions the parameters whose parts of the direction it takes, in that order
 * @param summed the array parameters whose sums it takes, in that order
 */
public record HessianPlan(
    Routine product, List<ParameterPlan> directions, List<ParameterPlan> summed) {}
