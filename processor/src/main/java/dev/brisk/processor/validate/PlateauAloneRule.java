package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.ModelSource;

/** The rate after the warm-up has one owner. */
final class PlateauAloneRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    if (model.schedules().size() > 1) {
      model.schedules().stream()
          .filter(schedule -> DecayAttributes.is(schedule, "PLATEAU"))
          .findFirst()
          .ifPresent(
              plateau -> diagnostics.add(Problem.PLATEAU_BESIDE_SCHEDULE, plateau.place("value")));
    }
  }
}
