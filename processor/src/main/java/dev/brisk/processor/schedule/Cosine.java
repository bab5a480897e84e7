package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#COSINE}. */
final class Cosine implements Form {
  @Override
  public String decay() {
    return "COSINE";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "minLearningRate");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    double minimum = schedule.number("minLearningRate");
    return Call.of(Schedules.class, "cosine")
        .length()
        .with("minLearningRate", minimum)
        .curve(
            minimum == 0 ? "cosine" : "cosine to " + number(minimum),
            (rate, t, length) -> Schedules.cosine(rate, t, length, minimum));
  }
}
