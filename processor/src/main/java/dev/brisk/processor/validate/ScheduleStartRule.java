package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A schedule begins before the run ends. */
final class ScheduleStartRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    RunLength.of(model).ifPresent(run -> check(model, run, diagnostics));
  }

  private static void check(ModelSource model, RunLength run, Diagnostics diagnostics) {
    long start = model.warmup().map(warmup -> warmup.whole("steps")).orElse(0L);
    if (start >= run.steps()) {
      // The warm-up is what is wrong then.
      return;
    }
    for (Declaration schedule : model.schedules()) {
      if (start >= run.steps()) {
        diagnostics.add(
            Problem.SCHEDULE_BEYOND_RUN,
            schedule.place(),
            Figures.count(start),
            run,
            Figures.count(start, "step"));
      }
      if (schedule.whole("steps") <= 0) {
        return;
      }
      start = sum(start, schedule.whole("steps"));
    }
  }

  /** The sum, or the largest long if it is larger. */
  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
