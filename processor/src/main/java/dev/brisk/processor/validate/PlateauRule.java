package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A plateau cuts the rate, after a number of observations that there can be. */
final class PlateauRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      if (DecayAttributes.is(schedule, "PLATEAU")) {
        checkFigures(schedule, diagnostics);
      }
    }
  }

  private static void checkFigures(Declaration schedule, Diagnostics diagnostics) {
    double factor = schedule.number("factor");
    if (!(factor > 0 && factor < 1)) {
      diagnostics.add(
          Problem.FACTOR_OUT_OF_RANGE,
          schedule.place("factor"),
          Figures.number(factor),
          factor > 1 && Double.isFinite(factor)
              ? Figures.rounded(1 / factor) + ", which divides by it"
              : "0.1, the default");
    }
    double threshold = schedule.number("threshold");
    if (!(threshold >= 0 && Double.isFinite(threshold))) {
      diagnostics.add(
          Problem.THRESHOLD_NEGATIVE, schedule.place("threshold"), Figures.number(threshold));
    }
    checkCount(schedule, "patience", "10", diagnostics);
    checkCount(schedule, "cooldown", "0", diagnostics);
  }

  private static void checkCount(
      Declaration schedule, String attribute, String standard, Diagnostics diagnostics) {
    if (schedule.whole(attribute) < 0) {
      diagnostics.add(
          Problem.COUNT_NEGATIVE,
          schedule.place(attribute),
          attribute,
          Figures.count(schedule.whole(attribute)),
          standard);
    }
  }
}
