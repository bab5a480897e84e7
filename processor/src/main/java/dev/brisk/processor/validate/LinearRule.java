package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A line begins and ends at shares of the learning rate. */
final class LinearRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      DecayAttributes decay = DecayAttributes.of(schedule);
      double start = schedule.number("startFactor");
      if (decay.judges(schedule, "startFactor") && !(start > 0 && start <= 1)) {
        diagnostics.add(
            Problem.LINE_FACTOR_OUT_OF_RANGE,
            schedule.place("startFactor"),
            "startFactor",
            Figures.number(start),
            "begins at",
            "which is in (0, 1]",
            "startFactor = 1 for a fall, or a small share for a rise");
      }
      double end = schedule.number("endFactor");
      if (decay.judges(schedule, "endFactor") && !(end >= 0 && end <= 1)) {
        diagnostics.add(
            Problem.LINE_FACTOR_OUT_OF_RANGE,
            schedule.place("endFactor"),
            "endFactor",
            Figures.number(end),
            "ends at",
            "which is in [0, 1]",
            "endFactor = 0 for a fall, or 1 for a rise");
      }
    }
  }
}
