package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Curve;

/** The last schedule ends where the run does, as far as that makes a difference. */
final class ScheduleEndRule implements Rule {
  /** What a rate may be away from its end, as a share of the peak. */
  private static final double CLOSE = 0.05;

  /** The share of the run for which a last rate may be held. */
  private static final double SHORT = 0.05;

  /** The same for a rate of 0, at which nothing is learnt. */
  private static final double SHORT_AT_ZERO = 0.01;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    RunRate.of(model)
        .filter(run -> run.last().length().isPresent())
        .ifPresent(run -> check(run, run.lastSchedule().orElseThrow(), diagnostics));
  }

  private static void check(RunRate run, Declaration schedule, Diagnostics diagnostics) {
    Curve curve = run.last().curve();
    long settled = run.curve().settled().orElseThrow();
    boolean isTold =
        diagnostics.all().stream()
            .anyMatch(diagnostic -> diagnostic.problem() == Problem.STEPS_LOOK_LIKE_EPOCHS);
    if (isTold || curve instanceof Curve.Flat) {
      return;
    }
    // What is no function of its length is cut off without harm.
    if (settled >= run.steps() && curve.needsLength()) {
      checkCut(run, schedule, settled, diagnostics);
    } else {
      checkHeld(run, schedule, settled, diagnostics);
    }
  }

  private static void checkCut(
      RunRate run, Declaration schedule, long settled, Diagnostics diagnostics) {
    double missed = Math.abs(run.end() - run.curve().rate(settled));
    if (missed > CLOSE * run.peak()) {
      diagnostics.add(
          Problem.SCHEDULE_CUT_SHORT,
          schedule.place("steps"),
          Figures.count(run.steps(), "step"),
          Figures.count(settled),
          Figures.rounded(run.end()),
          Figures.rounded(100 * run.end() / run.peak()),
          Figures.rounded(run.curve().rate(settled)));
    }
  }

  private static void checkHeld(
      RunRate run, Declaration schedule, long settled, Diagnostics diagnostics) {
    double share = (double) (run.steps() - settled) / run.steps();
    if (share > (run.end() == 0 ? SHORT_AT_ZERO : SHORT)) {
      diagnostics.add(
          Problem.SCHEDULE_ENDS_EARLY,
          schedule.place("steps"),
          Figures.count(settled),
          Figures.count(run.steps(), "step"),
          Figures.rounded(100 * share),
          Figures.rounded(run.end()),
          run.end() == 0 ? ", at which nothing is learnt" : "");
    }
  }
}
