package dev.brisk.processor.schedule;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.schedule.Schedules;
import java.util.List;
import java.util.Optional;

/** {@link dev.brisk.Decay#INVERSE_SQRT}. */
public final class InverseSqrt implements Form {
  @Override
  public String decay() {
    return "INVERSE_SQRT";
  }

  @Override
  public List<String> reads() {
    return List.of("steps", "interval", "stepSize");
  }

  @Override
  public Curve curve(Declaration schedule, ModelSource model) {
    long scale = timescale(schedule, model).orElseThrow();
    boolean isWritten = schedule.isWritten("stepSize");
    return Call.of(Schedules.class, "inverseSqrt")
        .with(
            new Call.Constant(
                "TIMESCALE", scale, isWritten ? "@Schedule(stepSize)" : "@Warmup(steps)"))
        .curve(
            "inverse square root, timescale " + Unit.of(schedule).count(scale),
            (rate, t, length) -> Schedules.inverseSqrt(rate, t, scale));
  }

  /** What is written, or else the length of the warm-up, if both count steps. */
  public static Optional<Long> timescale(Declaration schedule, ModelSource model) {
    if (schedule.isWritten("stepSize")) {
      return Optional.of(schedule.whole("stepSize"));
    }
    return Unit.of(schedule) == Unit.STEP
        ? model.warmup().map(warmup -> warmup.whole("steps"))
        : Optional.empty();
  }
}
