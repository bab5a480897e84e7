package dev.brisk.runtime;

/**
 * What {@link dev.brisk.BatchScaling} makes of the annotated learning rate in a run.
 *
 * @param scale by which the rate follows the number of examples
 * @param annotatedRate which is right for {@code scale.baseBatchSize()} examples of an update
 * @param examples of an update of the run, at least 1
 * @param warmupSteps of the model's {@link dev.brisk.Warmup}; 0 without one
 */
public record RateScaling(BatchScale scale, double annotatedRate, long examples, long warmupSteps) {
  /** The rate that schedules start from. */
  public double rate() {
    return annotatedRate * scale.factor(examples);
  }
}
