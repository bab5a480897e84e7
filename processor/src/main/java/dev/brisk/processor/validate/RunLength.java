package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.runtime.RunPlan;
import java.util.Optional;

/** How long the run is that {@code @Training} declares. */
record RunLength(RunPlan plan) {
  /** The length, where all that it follows from is declared. */
  static Optional<RunLength> of(ModelSource model) {
    return model.training().map(RunLength::plan).filter(RunPlan::isComplete).map(RunLength::new);
  }

  /** What is declared; lengths may be negative where another rule refuses them. */
  static RunPlan plan(Declaration training) {
    return new RunPlan(
        Math.toIntExact(training.whole("epochs")),
        Math.toIntExact(training.whole("batchSize")),
        Math.toIntExact(training.whole("examples")),
        Math.toIntExact(training.whole("accumulate")));
  }

  long steps() {
    return plan.steps();
  }

  /** The arithmetic, {@code 10 epochs of 225 steps (...) are 2,250 steps}. */
  @Override
  public String toString() {
    return Figures.count(plan.epochs(), "epoch")
        + " of "
        + Figures.count(steps() / plan.epochs(), "step")
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
