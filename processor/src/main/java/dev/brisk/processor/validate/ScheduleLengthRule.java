package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A schedule that another one follows says when it ends. */
final class ScheduleLengthRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    // A plateau has no length, and no other schedule beside it.
    boolean hasPlateau =
        model.schedules().stream().anyMatch(other -> DecayAttributes.is(other, "PLATEAU"));
    int last = model.schedules().size() - 1;
    for (int i = 0; i < last; i++) {
      Declaration schedule = model.schedules().get(i);
      if (!schedule.isWritten("steps") && !hasPlateau) {
        diagnostics.add(Problem.SCHEDULE_WITHOUT_LENGTH, schedule.place());
      }
    }
  }
}
