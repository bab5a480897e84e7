package dev.brisk.processor.schedule;

import static dev.brisk.processor.diagnostic.Figures.number;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;

/** {@link dev.brisk.Decay#POLYNOMIAL}. */
final class Polynomial implements Form {
  @Override
  public String decay() {
    return "POLYNOMIAL";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "power", "minLearningRate");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    double power = schedule.number("power");
    double minimum = schedule.number("minLearningRate");
    return Call.of(Schedules.class, "polynomial")
        .length()
        .with("power", power)
        .with("minLearningRate", minimum)
        .curve(
            (power == 1 ? "a line" : "power " + number(power)) + " to " + number(minimum),
            (rate, t, length) -> Schedules.polynomial(rate, t, length, power, minimum));
  }
}
