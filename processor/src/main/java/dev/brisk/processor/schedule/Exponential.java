package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#EXPONENTIAL}. */
final class Exponential implements Form {
  @Override
  public String decay() {
    return "EXPONENTIAL";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "gamma");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    double gamma = schedule.number("gamma");
    return Call.of(Schedules.class, "exponential")
        .with("gamma", gamma)
        .curve(
            "times " + number(gamma) + " every " + Unit.of(schedule).singular(),
            (rate, t, length) -> Schedules.exponential(rate, t, gamma));
  }
}
