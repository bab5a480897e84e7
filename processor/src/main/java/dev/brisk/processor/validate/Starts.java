package dev.brisk.processor.validate;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;

/** When schedules begin. Takes lengths that are not positive as 0, another rule refuses them. */
final class Starts {
  private Starts() {}

  /** The step that a schedule begins at, or the completed epochs since the warm-up. */
  static long of(ModelSource model, Declaration schedule) {
    long start = Unit.of(schedule) == Unit.STEP ? warmup(model) : 0;
    for (Declaration other : model.schedules()) {
      if (other == schedule) {
        break;
      }
      start = sum(start, Math.max(0, other.whole("steps")));
    }
    return start;
  }

  private static long warmup(ModelSource model) {
    return model.warmup().map(warmup -> Math.max(0, warmup.whole("steps"))).orElse(0L);
  }

  /** The sum, or the largest long if it is larger. */
  private static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
