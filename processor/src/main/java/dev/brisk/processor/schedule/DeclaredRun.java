package dev.brisk.processor.schedule;

import dev.brisk.processor.read.ModelSource;
import dev.brisk.runtime.RunPlan;

/** What {@code @Training} declares of the run. */
public final class DeclaredRun {
  private DeclaredRun() {}

  /** The run; its figures may be negative where a rule refuses them. */
  public static RunPlan of(ModelSource model) {
    return model
        .training()
        .map(
            declared ->
                new RunPlan(
                    (int) declared.whole("epochs"),
                    (int) declared.whole("batchSize"),
                    (int) declared.whole("examples"),
                    (int) declared.whole("accumulate")))
        .orElse(RunPlan.OPEN);
  }
}
