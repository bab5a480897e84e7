package dev.brisk.processor.plan;

import dev.brisk.processor.code.Routine;

/** A metric: one example's figure. */
public record MetricPlan(String name, Routine routine) {}
