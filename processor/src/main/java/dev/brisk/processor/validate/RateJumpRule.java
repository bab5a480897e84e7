package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.RateCurve;

/** From one schedule to the next the rate does not jump far upwards. */
final class RateJumpRule implements Rule {
  private static final double LARGEST = 2;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    RateCurve curve = RunRate.curve(model);
    if (!curve.isKnown()) {
      return;
    }
    for (int i = 1; i < model.schedules().size(); i++) {
      long start = curve.start(curve.phases().get(i));
      if (start == 0 || start >= curve.steps().orElse(Long.MAX_VALUE)) {
        continue;
      }
      double before = curve.rate(start - 1);
      double after = curve.rate(start);
      if (after > LARGEST * before) {
        diagnostics.add(
            Problem.RATE_JUMPS,
            model.schedules().get(i).place(),
            Figures.rounded(before),
            Figures.rounded(after),
            Figures.count(start),
            Figures.brief(curve.learningRate()));
      }
    }
  }
}
