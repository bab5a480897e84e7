package dev.brisk.processor.plan;

/** The average of the weights that is kept beside them. */
public sealed interface AveragingPlan {
  /** The number of updates before the first that is counted in. */
  long start();

  /** {@link dev.brisk.Averaging#EMA}. */
  record Exponential(double decay, long start) implements AveragingPlan {}

  /** {@link dev.brisk.Averaging#SWA}. */
  record Equal(long start) implements AveragingPlan {}
}
