package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Curve;
import dev.brisk.processor.schedule.RateCurve;
import java.util.OptionalLong;

/** One cycle reaches its peak, to a thousandth. Asks for the length of the cycle. */
final class PeakMissedRule implements Rule {
  private static final double TOLERANCE = 1e-3;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    RateCurve curve = RunRate.curve(model);
    double rate = curve.learningRate();
    for (int i = 0; i < model.schedules().size(); i++) {
      Declaration schedule = model.schedules().get(i);
      if (DecayAttributes.is(schedule, "ONE_CYCLE")) {
        OptionalLong length = curve.length(curve.phases().get(i));
        if (length.isPresent()) {
          check(schedule, curve.phases().get(i).curve(), rate, length.getAsLong(), diagnostics);
        }
      }
    }
  }

  private static void check(
      Declaration schedule, Curve curve, double rate, long length, Diagnostics diagnostics) {
    double highest =
        curve.peaks(length).stream()
            .mapToDouble(t -> curve.rate(rate, t, length))
            .max()
            .orElse(rate);
    double missed = (rate - highest) / rate;
    if (missed > TOLERANCE) {
      double share = schedule.number("pctStart");
      long whole = Math.max(1, Math.round(share * length));
      diagnostics.add(
          Problem.PEAK_MISSED,
          schedule.place("pctStart"),
          Figures.rounded(highest),
          Figures.rounded(100 * missed),
          Figures.brief(rate),
          Figures.rounded(share * length - 1),
          whole + ".0 / " + length);
    }
  }
}
