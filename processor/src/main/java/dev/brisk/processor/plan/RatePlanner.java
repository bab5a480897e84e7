package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.optimizer.Settings;
import dev.brisk.processor.optimizer.UpdateRule;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Phase;
import dev.brisk.processor.schedule.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Lays the schedules out over the run, and describes what came out. */
final class RatePlanner {
  private RatePlanner() {}

  static RatePlan of(ModelSource model, double learningRate, UpdateRule rule, Settings settings) {
    RateCurve curve = RateCurve.of(model, learningRate);
    return new RatePlan(
        curve, summary(curve), RateNotes.of(curve, rule, settings), RateText.of(curve));
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
}
