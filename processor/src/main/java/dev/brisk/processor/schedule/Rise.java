package dev.brisk.processor.schedule;

import dev.brisk.Ramp;
import dev.brisk.processor.read.Declaration;
import dev.brisk.schedule.Schedules;

/** The rise of the rate before the first schedule, {@code @Warmup}. */
public record Rise(long steps, double startFactor, Ramp ramp) {
  static Rise of(Declaration warmup) {
    return new Rise(
        warmup.whole("steps"), warmup.number("startFactor"), Ramp.valueOf(warmup.choice("ramp")));
  }

  /** The method of {@link Schedules} that computes it. */
  public String method() {
    return switch (ramp) {
      case LINEAR -> "warmup";
      case CONSTANT -> "constantWarmup";
      case EXPONENTIAL -> "exponentialWarmup";
      case COSINE -> "cosineWarmup";
    };
  }

  double rate(double base, long t) {
    return switch (ramp) {
      case LINEAR -> Schedules.warmup(base, t, steps, startFactor);
      case CONSTANT -> Schedules.constantWarmup(base, t, steps, startFactor);
      case EXPONENTIAL -> Schedules.exponentialWarmup(base, t, steps, startFactor);
      case COSINE -> Schedules.cosineWarmup(base, t, steps, startFactor);
    };
  }
}
