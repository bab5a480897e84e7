package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#COSINE_RESTARTS}. */
final class CosineRestarts implements Form {
  @Override
  public String decay() {
    return "COSINE_RESTARTS";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "period", "periodMultiplier", "minLearningRate");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    long period = schedule.whole("period");
    long multiplier = schedule.whole("periodMultiplier");
    double minimum = schedule.number("minLearningRate");
    return Call.of(Schedules.class, "cosineRestarts")
        .with("period", period)
        .with("periodMultiplier", multiplier)
        .with("minLearningRate", minimum)
        .curve(
            (minimum == 0 ? "cosine" : "cosine to " + number(minimum))
                + (multiplier == 1 ? ", again every " : ", again after ")
                + Unit.of(schedule).count(period)
                + (multiplier == 1 ? "" : ", each time " + multiplier + " times as long"),
            new Cosines(period, multiplier, minimum));
  }

  private record Cosines(long period, long multiplier, double minimum) implements Curve.Function {
    @Override
    public double rate(double base, long t, long length) {
      return Schedules.cosineRestarts(base, t, period, multiplier, minimum);
    }

    /** At the very end it would restart for good. */
    @Override
    public long lastChange(long length) {
      return length - 1;
    }

    /** The next restart. */
    @Override
    public long nextTurn(long t, long length) {
      if (multiplier == 1) {
        return RateCurve.sum(t - t % period, period);
      }
      long restart = period;
      long cycle = period;
      while (restart <= t) {
        cycle = cycle > Long.MAX_VALUE / multiplier ? Long.MAX_VALUE : cycle * multiplier;
        restart = RateCurve.sum(restart, cycle);
      }
      return restart;
    }
  }
}
