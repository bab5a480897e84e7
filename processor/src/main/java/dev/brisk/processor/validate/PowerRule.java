package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** What is left of a run is raised to a positive power. */
final class PowerRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      double power = schedule.number("power");
      if (DecayAttributes.of(schedule).judges(schedule, "power")
          && !(power > 0 && Double.isFinite(power))) {
        diagnostics.add(Problem.POWER_NOT_POSITIVE, schedule.place("power"), Figures.number(power));
      }
    }
  }
}
