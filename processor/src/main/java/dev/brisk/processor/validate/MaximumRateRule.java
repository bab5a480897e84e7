package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** The top of a cycle is above its bottom. */
final class MaximumRateRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    double base = AlgorithmAttributes.learningRate(model);
    for (Declaration schedule : model.schedules()) {
      double maximum = schedule.number("maxLearningRate");
      if (DecayAttributes.of(schedule).judges(schedule, "maxLearningRate")
          && LearningRateRule.isRate(base)
          && !(maximum > base && Double.isFinite(maximum))) {
        diagnostics.add(
            Problem.MAXIMUM_RATE_NOT_ABOVE_BASE,
            schedule.place("maxLearningRate"),
            Figures.number(maximum),
            Figures.brief(base));
      }
    }
  }
}
