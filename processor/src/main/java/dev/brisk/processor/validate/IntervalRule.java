package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;
import java.util.List;

/** All schedules run by one clock. */
final class IntervalRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    List<Declaration> timed =
        model.schedules().stream()
            .filter(schedule -> DecayAttributes.of(schedule).reads().contains("interval"))
            .toList();
    for (Declaration schedule : timed) {
      Unit first = Unit.of(timed.get(0));
      Unit unit = Unit.of(schedule);
      if (unit != first) {
        diagnostics.add(
            Problem.INTERVALS_DIFFER,
            schedule.place("interval"),
            unit.singular() + "s",
            first.singular() + "s",
            first);
      }
    }
  }
}
