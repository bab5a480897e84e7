package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** One cycle rises for a share of its steps, to its peak and from below. */
final class OneCycleRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      if (DecayAttributes.is(schedule, "ONE_CYCLE")) {
        checkShare(schedule, diagnostics);
        checkDivisors(schedule, diagnostics);
      }
    }
  }

  private static void checkShare(Declaration schedule, Diagnostics diagnostics) {
    double share = schedule.number("pctStart");
    boolean isPercentage = share >= 1 && share < 100;
    if (!(share > 0 && share < 1)) {
      diagnostics.add(
          Problem.PCT_START_OUT_OF_RANGE,
          schedule.place("pctStart"),
          Figures.number(share),
          "It is the share of the steps in which the rate rises, in (0, 1)"
              + (isPercentage ? ", and not a percentage" : ""),
          "pctStart = " + (share > 1 && isPercentage ? Figures.rounded(share / 100) : "0.3"));
    } else if (schedule.flag("threePhase") && share > 0.5) {
      diagnostics.add(
          Problem.PCT_START_OUT_OF_RANGE,
          schedule.place("pctStart"),
          Figures.number(share),
          "With threePhase the first fall takes as long as the rise, so it is at most 0.5",
          "pctStart = 0.3, or remove threePhase");
    }
  }

  private static void checkDivisors(Declaration schedule, Diagnostics diagnostics) {
    double divisor = schedule.number("divFactor");
    double last = schedule.number("finalDivFactor");
    boolean isDivisor = divisor >= 1 && Double.isFinite(divisor);
    if (!isDivisor) {
      report(
          schedule,
          "divFactor",
          "The peak is that many times the first rate, so it is finite and at least 1",
          "25",
          diagnostics);
    }
    if (!(last > 0 && Double.isFinite(last))) {
      report(
          schedule,
          "finalDivFactor",
          "The first rate is that many times the last one, so it is finite and above 0",
          "10000",
          diagnostics);
    } else if (isDivisor && divisor * last < 1) {
      report(
          schedule,
          "finalDivFactor",
          "With a divFactor of "
              + Figures.number(divisor)
              + " the last rate would be above the peak",
          "10000",
          diagnostics);
    }
  }

  private static void report(
      Declaration schedule,
      String attribute,
      String why,
      String standard,
      Diagnostics diagnostics) {
    diagnostics.add(
        Problem.DIVISOR_OUT_OF_RANGE,
        schedule.place(attribute),
        attribute,
        Figures.number(schedule.number(attribute)),
        why,
        standard);
  }
}
