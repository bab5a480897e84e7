package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.optimizer.Settings;
import dev.brisk.processor.optimizer.UpdateRule;
import dev.brisk.processor.schedule.RateCurve;
import java.util.ArrayList;
import java.util.List;

/** Says what the rate comes to over the run, and what weight decay does with it. */
final class RateNotes {
  private RateNotes() {}

  static List<String> of(RateCurve curve, UpdateRule rule, Settings settings) {
    List<String> notes = new ArrayList<>();
    if (curve.steps().isPresent() && !curve.isWatched()) {
      long steps = curve.steps().getAsLong();
      RateCurve.Sample peak = curve.peak();
      double last = curve.rate(steps - 1);
      if (peak.rate() != last || peak.step() > 0) {
        notes.add(
            "It is highest at step "
                + Figures.count(peak.step())
                + ", "
                + Figures.rounded(peak.rate())
                + ", and "
                + Figures.rounded(last)
                + " at the last of "
                + Figures.count(steps)
                + ".");
      }
    }
    double share = curve.highest() * shrinkage(rule, settings);
    if (share > 0) {
      notes.add(
          "At the highest rate weight decay takes "
              + Figures.rounded(share)
              + " of a weight at each update, a time constant of "
              + Figures.count(Math.round(1 / share))
              + ".");
    }
    return notes;
  }

  /**
   * What weight decay takes of a weight at each update, as a multiple of the rate: where it is
   * decoupled, and in gradient descent, whose momentum takes it again and again. Where a gradient
   * is divided by its size there is no such figure.
   */
  private static double shrinkage(UpdateRule rule, Settings settings) {
    double decay = setting(settings, "weightDecay");
    if (rule.isDecoupled()) {
      return decay;
    }
    double momentum = setting(settings, "momentum");
    double taken = momentum == 0 ? 1 : (1 - setting(settings, "dampening")) / (1 - momentum);
    return rule.algorithm().equals("SGD") ? decay * taken : 0;
  }

  private static double setting(Settings settings, String attribute) {
    return settings.values().getOrDefault(attribute, 0.0);
  }
}
