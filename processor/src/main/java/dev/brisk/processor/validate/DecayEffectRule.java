package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;

/**
 * A decay that goes on for as long as it is let brings the rate down within the run. Of cuts at
 * intervals one is enough, as people mean it so; where there is none the schedule does nothing.
 */
final class DecayEffectRule implements Rule {
  /** What is left of the rate at the end, beyond which the decay hardly is one. */
  private static final double LARGEST_REST = 0.2;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    RunRate.of(model)
        .ifPresent(
            run -> run.lastSchedule().ifPresent(schedule -> check(run, schedule, diagnostics)));
  }

  private static void check(RunRate run, Declaration schedule, Diagnostics diagnostics) {
    double rest = run.end() / run.curve().learningRate();
    boolean isGradual = DecayAttributes.is(schedule, "EXPONENTIAL") && rest > LARGEST_REST;
    boolean isUncut = DecayAttributes.is(schedule, "STEP") && rest == 1;
    boolean falls = schedule.number("gamma", 0.1) < 1;
    if (falls && (isGradual || isUncut)) {
      Unit unit = Unit.of(schedule);
      long length = run.curve().length(run.last()).orElseThrow();
      diagnostics.add(
          Problem.DECAY_WITHOUT_EFFECT,
          schedule.place(isUncut ? "stepSize" : "gamma"),
          Figures.rounded(100 * rest),
          isUncut
              ? "It is cut for the first time after " + unit.count(schedule.whole("stepSize"))
              : "It is multiplied by "
                  + Figures.number(schedule.number("gamma"))
                  + " every "
                  + unit.singular(),
          unit.count(length),
          isUncut
              ? "a stepSize below that, for example " + Math.max(1, length / 3)
              : "for example gamma = " + Figures.rounded(Math.pow(0.01, 1.0 / length)));
    }
  }
}
