package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.DeclaredRun;
import dev.brisk.runtime.RunPlan;
import java.util.Optional;

/** How long the run is that {@code @Training} declares. */
record RunLength(RunPlan plan) {
  /** The length, where all that it follows from is declared. */
  static Optional<RunLength> of(ModelSource model) {
    return Optional.of(DeclaredRun.of(model)).filter(RunPlan::isComplete).map(RunLength::new);
  }

  /** The number of updates; 0 where it is not declared. */
  static long steps(ModelSource model) {
    return of(model).map(RunLength::steps).orElse(0L);
  }

  /** The number of epochs, which may be declared alone; 0 where it is not. */
  static long epochs(ModelSource model) {
    return Math.max(0, DeclaredRun.of(model).epochs());
  }

  long steps() {
    return plan.steps();
  }

  long epochs() {
    return plan.epochs();
  }

  long stepsPerEpoch() {
    return plan.steps() / plan.epochs();
  }

  /** The arithmetic, {@code 10 epochs of 225 steps (...) are 2,250 steps}. */
  @Override
  public String toString() {
    return Figures.count(plan.epochs(), "epoch")
        + " of "
        + Figures.count(stepsPerEpoch(), "step")
        + " ("
        + Figures.count(plan.examples(), "example")
        + " in batches of "
        + Figures.count(plan.batchSize())
        + (plan.accumulate() == 1 ? "" : ", " + Figures.count(plan.accumulate()) + " an update")
        + ") "
        + (plan.epochs() == 1 ? "is " : "are ")
        + Figures.count(steps(), "step");
  }
}
