package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine.WeightSum;

/**
 * A matrix of parameters whose gradient is added up and used some rows at a time, while they are in
 * cache.
 *
 * @param rowsAtOnce of which the gradient is added up before they are updated
 */
public record FusedUpdate(ParameterPlan parameter, WeightSum sum, int rowsAtOnce) {}
