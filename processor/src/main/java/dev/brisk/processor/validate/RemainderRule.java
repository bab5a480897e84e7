package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.DeclaredRun;
import dev.brisk.runtime.RunPlan;

/**
 * Where batches are accumulated, the examples make up whole updates. A short last batch without
 * that is in nearly every run, and gets no word.
 */
final class RemainderRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.training().ifPresent(training -> check(training, DeclaredRun.of(model), diagnostics));
  }

  private static void check(Declaration training, RunPlan plan, Diagnostics diagnostics) {
    long perUpdate = plan.examplesPerUpdate();
    boolean isKnown = perUpdate > 0 && plan.examples() > 0;
    if (isKnown && plan.accumulate() > 1 && plan.examples() % perUpdate != 0) {
      diagnostics.add(
          Problem.UPDATE_OF_THE_REST,
          training.place("accumulate"),
          Figures.count(plan.examples(), "example"),
          plan.examples() == 1 ? "is" : "are",
          Figures.count(perUpdate),
          Figures.count(plan.examples() % perUpdate));
    }
  }
}
