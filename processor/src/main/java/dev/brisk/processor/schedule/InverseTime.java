package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#INVERSE_TIME}. */
final class InverseTime implements Form {
  @Override
  public String decay() {
    return "INVERSE_TIME";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "stepSize", "gamma");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    long size = schedule.isWritten("stepSize") ? schedule.whole("stepSize") : 1;
    double gamma = schedule.number("gamma");
    return Call.of(Schedules.class, "inverseTime")
        .with("stepSize", size)
        .with("gamma", gamma)
        .curve(
            "inverse time, " + number(gamma) + " every " + Unit.of(schedule).count(size),
            (rate, t, length) -> Schedules.inverseTime(rate, t, size, gamma));
  }
}
