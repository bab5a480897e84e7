package dev.brisk.processor.plan;

import java.util.Optional;

/**
 * How a batch is computed.
 *
 * @param plan what is computed of it at once
 * @param reason why there is no plan, half a sentence about the loss
 */
public record Batches(Optional<BatchPlan> plan, String reason) {}
