package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A schedule that cuts the rate says how often. */
final class StepSizeRule implements Rule {
  private static final int CUTS = 3;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      if (DecayAttributes.is(schedule, "STEP") && !schedule.isWritten("stepSize")) {
        diagnostics.add(Problem.STEP_SIZE_MISSING, schedule.place(), example(schedule));
      }
    }
  }

  private static String example(Declaration schedule) {
    long steps = schedule.whole("steps");
    return steps >= CUTS
        ? "for example stepSize = " + steps / CUTS + ", a third of its steps"
        : "stepSize = n, for example a third of the run";
  }
}
