package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A schedule ends between 0 and the rate that it starts from. */
final class MinimumRateRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    double peak = AlgorithmAttributes.learningRate(model);
    for (Declaration schedule : model.schedules()) {
      if (DecayAttributes.of(schedule).judges(schedule, "minLearningRate")) {
        check(schedule, peak, diagnostics);
      }
    }
  }

  private static void check(Declaration schedule, double peak, Diagnostics diagnostics) {
    double minimum = schedule.number("minLearningRate");
    Place place = schedule.place("minLearningRate");
    if (!(minimum >= 0 && Double.isFinite(minimum))) {
      diagnostics.add(Problem.MINIMUM_RATE_NEGATIVE, place, Figures.number(minimum));
    } else if (minimum > peak && LearningRateRule.isRate(peak)) {
      diagnostics.add(
          Problem.MINIMUM_RATE_ABOVE_PEAK, place, Figures.number(minimum), Figures.brief(peak));
    } else if (minimum == peak && minimum > 0) {
      diagnostics.add(Problem.MINIMUM_RATE_EQUALS_PEAK, place, Figures.number(minimum));
    }
  }
}
