package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The examples that are held out of a run.
 *
 * @param held null if there are none
 * @param interval epochs from one validation to the next
 */
record Validation(@Nullable HeldOut held, int interval) {
  /** Whether an epoch is validated, by its number within the run. */
  boolean isDue(int epochOfRun) {
    return epochOfRun % interval == 0;
  }

  /** Whether an epoch has the figures that are to be compared with those of others. */
  boolean isJudged(Epoch epoch) {
    return held == null || epoch.validationLoss().isPresent();
  }

  /** The epoch of that number that the trainer has just done. */
  Epoch epoch(ScheduledTrainer<?> trainer, int number, double trainLoss, boolean isValidated) {
    OptionalDouble loss = OptionalDouble.empty();
    Map<String, Double> metrics = Map.of();
    if (held != null && isValidated) {
      loss = OptionalDouble.of(held.loss());
      metrics = held.metrics();
    }
    long steps = trainer.stepCount();
    return new Epoch(number, steps, trainer.learningRateAt(steps - 1), trainLoss, loss, metrics);
  }
}
