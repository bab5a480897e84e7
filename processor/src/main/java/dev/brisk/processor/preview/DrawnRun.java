package dev.brisk.processor.preview;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.schedule.Curve;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Phase;
import dev.brisk.processor.schedule.Turns;
import dev.brisk.processor.schedule.Unit;
import dev.brisk.runtime.RunPlan;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * The run that is drawn: the declared one, or else one that is long enough to show the shape of
 * every schedule.
 *
 * @param curve over that run
 * @param taken a sentence of what is taken for a run that is not declared; empty if it is
 */
record DrawnRun(RateCurve curve, Optional<String> taken) {
  /** Steps of an epoch that nothing is known of. */
  private static final int STEPS_PER_EPOCH = 100;

  /** Of a rate that turns again and again, so many turns are drawn: four cycles. */
  private static final int TURNS = 8;

  /** Lengths where nothing else asks for more. */
  private static final int LEAST_STEPS = 1_000;

  private static final int LEAST_EPOCHS = 10;

  static DrawnRun of(RateCurve declared) {
    if (declared.steps().isPresent()) {
      return new DrawnRun(declared, Optional.empty());
    }
    boolean isInEpochs = declared.unit() == Unit.EPOCH;
    RunPlan run = declared.run();
    int perUnit = isInEpochs ? stepsPerEpoch(run) : 1;
    RateCurve open = over(declared, Integer.MAX_VALUE, perUnit);
    long units =
        isInEpochs && run.epochs() > 0
            ? run.epochs()
            : round((horizon(open, perUnit) + perUnit - 1) / perUnit);
    RateCurve drawn = over(declared, (int) Math.min(units, Integer.MAX_VALUE), perUnit);
    return new DrawnRun(drawn, Optional.of(sentence(declared, drawn)));
  }

  /** At least that, in two digits. */
  private static long round(long units) {
    return new BigDecimal(units).round(new MathContext(2, RoundingMode.UP)).longValue();
  }

  long steps() {
    return curve.steps().orElseThrow();
  }

  private static RateCurve over(RateCurve curve, int units, int perUnit) {
    RunPlan run = new RunPlan(units, 1, perUnit);
    return new RateCurve(curve.learningRate(), curve.rise(), curve.unit(), curve.phases(), run);
  }

  private static int stepsPerEpoch(RunPlan run) {
    RunPlan epoch = new RunPlan(1, run.batchSize(), run.examples(), run.accumulate());
    return epoch.isComplete() ? (int) epoch.steps() : STEPS_PER_EPOCH;
  }

  /** The steps in which all that the last schedule does is seen. */
  private static long horizon(RateCurve open, int perUnit) {
    Phase last = open.last();
    long start = open.start(last);
    long least = open.unit() == Unit.EPOCH ? (long) LEAST_EPOCHS * perUnit : LEAST_STEPS;
    if (last.length().isPresent()) {
      long end = open.end(last).getAsLong();
      return end + end / 8;
    }
    if (last.curve().needsLength() || open.isWatched() || last.curve() instanceof Curve.Flat) {
      return start > Long.MAX_VALUE / 10 ? start : Math.max(10 * start, least);
    }
    long turned = afterTurns(open, start);
    return turned > start ? turned + (turned - start) / 8 : start + smooth(open, start, perUnit);
  }

  /** The step of the last of some turns; the start if there is none. */
  private static long afterTurns(RateCurve open, long start) {
    long step = start;
    for (int i = 0; i < TURNS; i++) {
      long turn = Turns.next(open, step);
      step = turn == Long.MAX_VALUE ? step : turn;
    }
    return step;
  }

  /** About as many steps as change a smooth rate fivefold. */
  private static long smooth(RateCurve open, long start, int perUnit) {
    double first = open.rate(start);
    long length = 10L * perUnit;
    while (length < 1 << 30
        && open.rate(start + length) > first / 5
        && open.rate(start + length) < first * 5) {
      length *= 2;
    }
    return length;
  }

  private static String sentence(RateCurve declared, RateCurve drawn) {
    String run =
        declared.unit() == Unit.EPOCH
            ? Figures.count(drawn.run().epochs(), "epoch")
                + " of "
                + Figures.count(drawn.stepsPerEpoch(), "step")
            : Figures.count(drawn.steps().orElseThrow(), "step");
    return "@Training does not declare how long the run is; "
        + (declared.isKnown() ? "drawn is the beginning, " : "drawn is the shape over a run of ")
        + run
        + ".";
  }
}
