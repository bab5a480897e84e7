package dev.brisk.processor.plan;

/**
 * How a gradient is bounded before an update.
 *
 * @param isByNorm whether the bound is one of the norm of the whole, and not of each element
 */
public record ClippingPlan(boolean isByNorm, double bound) {}
