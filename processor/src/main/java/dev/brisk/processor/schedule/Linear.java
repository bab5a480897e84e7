package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#LINEAR}. */
final class Linear implements Form {
  @Override
  public String decay() {
    return "LINEAR";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "startFactor", "endFactor");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    double start = schedule.number("startFactor");
    double end = schedule.number("endFactor");
    // START_FACTOR is that of the warm-up.
    return Call.of(Schedules.class, "linear")
        .length()
        .with(new Call.Constant("LINE_START_FACTOR", start, "@Schedule(startFactor)"))
        .with(new Call.Constant("LINE_END_FACTOR", end, "@Schedule(endFactor)"))
        .curve(
            "a line from " + number(start) + " to " + number(end) + " times the rate",
            (rate, t, length) -> Schedules.linear(rate, t, length, start, end));
  }
}
