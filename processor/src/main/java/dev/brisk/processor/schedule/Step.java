package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#STEP}. */
final class Step implements Form {
  @Override
  public String decay() {
    return "STEP";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "stepSize", "gamma");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    long size = schedule.whole("stepSize");
    double gamma = schedule.number("gamma", 0.1);
    return Call.of(Schedules.class, "step")
        .with("stepSize", size)
        .with("gamma", gamma)
        .curve(
            "times " + number(gamma) + " every " + Unit.of(schedule).count(size),
            new Stairs(size, gamma));
  }

  private record Stairs(long size, double gamma) implements Curve.Function {
    @Override
    public double rate(double base, long t, long length) {
      return Schedules.step(base, t, size, gamma);
    }

    @Override
    public long nextTurn(long t, long length) {
      return RateCurve.sum(t - t % size, size);
    }
  }
}
