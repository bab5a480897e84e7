package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;

/** A factor of decay is in (0, 1], and there is one where no default will do. */
final class GammaRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      if (!schedule.isWritten("gamma")) {
        if (DecayAttributes.is(schedule, "EXPONENTIAL")) {
          diagnostics.add(Problem.GAMMA_MISSING, schedule.place());
        }
      } else if (DecayAttributes.is(schedule, "INVERSE_TIME")) {
        checkSlope(schedule, diagnostics);
      } else if (DecayAttributes.readsGamma(schedule)) {
        checkFactor(schedule, diagnostics);
      }
    }
  }

  private static void checkSlope(Declaration schedule, Diagnostics diagnostics) {
    double gamma = schedule.number("gamma");
    if (!(gamma > 0 && Double.isFinite(gamma))) {
      diagnostics.add(
          Problem.GAMMA_OUT_OF_RANGE,
          schedule.place("gamma"),
          Figures.number(gamma),
          "The rate is divided by 1 + gamma * t / stepSize, which is to grow: it is finite and above 0",
          "for example gamma = 0.5");
    }
  }

  private static void checkFactor(Declaration schedule, Diagnostics diagnostics) {
    double gamma = schedule.number("gamma");
    if (!(gamma > 0 && Double.isFinite(gamma))) {
      diagnostics.add(
          Problem.GAMMA_OUT_OF_RANGE,
          schedule.place("gamma"),
          Figures.number(gamma),
          "The rate is multiplied by it "
              + when(schedule)
              + ", so that it decays without changing its sign: it is in (0, 1]",
          isOften(schedule) ? "for example gamma = 0.999" : "for example gamma = 0.1");
    } else if (gamma > 1) {
      diagnostics.add(
          Problem.GAMMA_ABOVE_ONE,
          schedule.place("gamma"),
          Figures.number(gamma),
          when(schedule),
          Figures.rounded(1 / gamma));
    }
  }

  private static boolean isOften(Declaration schedule) {
    return DecayAttributes.is(schedule, "EXPONENTIAL") || DecayAttributes.is(schedule, "CYCLIC");
  }

  private static String when(Declaration schedule) {
    if (isOften(schedule)) {
      return "at every " + Unit.of(schedule).singular();
    }
    return DecayAttributes.is(schedule, "STEP")
        ? "every stepSize " + Unit.of(schedule).singular() + "s"
        : "at each milestone";
  }
}
