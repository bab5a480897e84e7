package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;

/** A schedule begins before the run ends. */
final class ScheduleStartRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    boolean allHaveLengths =
        model.schedules().stream()
            .limit(Math.max(0, model.schedules().size() - 1))
            .allMatch(schedule -> schedule.whole("steps") > 0);
    boolean haveOneClock = model.schedules().stream().map(Unit::of).distinct().count() == 1;
    if (!allHaveLengths || !haveOneClock) {
      return;
    }
    for (Declaration schedule : model.schedules()) {
      if (Unit.of(schedule) == Unit.EPOCH) {
        checkEpochs(model, schedule, diagnostics);
      } else {
        RunLength.of(model).ifPresent(run -> checkSteps(model, schedule, run, diagnostics));
      }
    }
  }

  private static void checkSteps(
      ModelSource model, Declaration schedule, RunLength run, Diagnostics diagnostics) {
    long start = Starts.of(model, schedule);
    // Where the warm-up alone takes so long, it is what is wrong.
    if (start >= run.steps() && Starts.of(model, model.schedules().get(0)) < run.steps()) {
      diagnostics.add(
          Problem.SCHEDULE_BEYOND_RUN,
          schedule.place(),
          "step " + Figures.count(start),
          run,
          Figures.count(start, "step"));
    }
  }

  /** Without the epochs of the warm-up, which come on top. */
  private static void checkEpochs(
      ModelSource model, Declaration schedule, Diagnostics diagnostics) {
    long epochs = RunLength.epochs(model);
    long start = Starts.of(model, schedule);
    if (epochs > 0 && start >= epochs) {
      diagnostics.add(
          Problem.SCHEDULE_BEYOND_RUN,
          schedule.place(),
          "epoch " + Figures.count(start),
          "It has " + Figures.count(epochs, "epoch"),
          Figures.count(start, "epoch"));
    }
  }
}
