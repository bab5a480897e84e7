package dev.brisk.processor.plan;

import java.util.List;

/**
 * A class that predicts without Brisk.
 *
 * @param operations that its methods call, and those that these call
 */
public record PredictorPlan(List<MethodText> operations) {}
