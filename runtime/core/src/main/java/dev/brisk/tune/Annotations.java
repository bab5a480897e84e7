package dev.brisk.tune;

import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.Trainer;

/** What to write on a model to train as something was trained here. */
final class Annotations {
  private Annotations() {}

  static String of(Trainer<?> trainer, double learningRate, RunPlan plan) {
    int examples = Math.toIntExact(Math.min(plan.examplesPerUpdate(), Integer.MAX_VALUE));
    return trainer.annotationFor(learningRate, examples) + "\n" + training(plan);
  }

  private static String training(RunPlan plan) {
    String accumulate = plan.accumulate() == 1 ? "" : ", accumulate = " + plan.accumulate();
    return "@Training(epochs = "
        + plan.epochs()
        + ", batchSize = "
        + plan.batchSize()
        + accumulate
        + ", examples = "
        + plan.examples()
        + ")";
  }
}
