package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Phase;
import dev.brisk.processor.schedule.RateCurve.Sample;
import dev.brisk.processor.schedule.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;

/** Lays the schedules out over the run, and describes what came out. */
final class RatePlanner {
  private RatePlanner() {}

  static RatePlan of(ModelSource model, double learningRate) {
    RateCurve curve = RateCurve.of(model, learningRate);
    return new RatePlan(curve, summary(curve), table(curve));
  }

  private static String summary(RateCurve curve) {
    List<String> parts = new ArrayList<>();
    curve
        .rise()
        .ifPresent(
            rise ->
                parts.add(
                    "warm-up "
                        + Figures.count(rise.steps(), "step")
                        + switch (rise.ramp()) {
                          case LINEAR -> "";
                          case CONSTANT -> " at " + Figures.number(rise.startFactor());
                          case EXPONENTIAL -> " by powers";
                          case COSINE -> " along a cosine";
                        }));
    for (Phase phase : curve.phases()) {
      parts.add(phase.curve().words() + length(curve, phase));
    }
    return String.join(", then ", parts);
  }

  private static String length(RateCurve curve, Phase phase) {
    if (curve.isWatched() && phase.equals(curve.last())) {
      return "";
    }
    OptionalLong own = phase.length();
    if (curve.unit() == Unit.EPOCH) {
      return own.isPresent() ? " over " + Unit.EPOCH.count(own.getAsLong()) : "";
    }
    if (own.isEmpty() && curve.steps().isEmpty()) {
      return "";
    }
    long length = own.orElseGet(() -> curve.steps().getAsLong() - curve.start(phase));
    return " over " + Figures.count(length);
  }

  /** The rate at the start, around the warm-up, at the quarters of the rest and at the end. */
  private static List<Sample> table(RateCurve curve) {
    if (curve.steps().isEmpty()) {
      return List.of();
    }
    long steps = curve.steps().getAsLong();
    long rise = curve.warmupSteps();
    TreeSet<Long> at = new TreeSet<>(List.of(0L, rise / 2, rise, steps - 1));
    for (int quarter = 1; quarter < 4; quarter++) {
      at.add(rise + (steps - rise) * quarter / 4);
    }
    return at.stream().map(t -> new Sample(t, curve.rate(t))).toList();
  }
}
