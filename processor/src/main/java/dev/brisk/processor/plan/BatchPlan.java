package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine;
import java.util.Map;

/**
 * What is computed of a batch at once.
 *
 * @param loss the losses
 * @param gradient the losses and what their gradient is made of
 * @param metrics by the names of their methods; those that are missing are computed one by one
 * @param predictions likewise
 */
public record BatchPlan(
    BatchRoutine loss,
    BatchRoutine gradient,
    Map<String, BatchRoutine> metrics,
    Map<String, BatchRoutine> predictions) {}
