package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.InverseSqrt;
import dev.brisk.processor.schedule.Unit;

/** What has no default that would suit every run is written. */
final class RequiredAttributesRule implements Rule {
  /** How much above the learning rate the top of a proposed cycle is. */
  private static final double TOP = 4;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (Declaration schedule : model.schedules()) {
      check(model, schedule, new Missing(schedule, diagnostics));
    }
  }

  private static void check(ModelSource model, Declaration schedule, Missing missing) {
    switch (schedule.choice("value")) {
      case "MULTI_STEP" ->
          missing.report(
              "milestones",
              schedule.longs("milestones").isEmpty(),
              "The rate is cut at the milestones, and there is none",
              "milestones = {m, n}, for example at a half and three quarters of the run");
      case "COSINE_RESTARTS" ->
          missing.report(
              "period",
              !schedule.isWritten("period"),
              "It is the length of the first cycle, and no value suits every length of a run",
              "period = n, for example a tenth of the run");
      case "CYCLIC" -> {
        double base = AlgorithmAttributes.learningRate(model);
        missing.report(
            "maxLearningRate",
            !schedule.isWritten("maxLearningRate"),
            "The rate goes up and down between the learning rate and maxLearningRate",
            "for example maxLearningRate = "
                + Figures.rounded(LearningRateRule.isRate(base) ? TOP * base : TOP));
      }
      case "INVERSE_SQRT" ->
          missing.report(
              "stepSize",
              !schedule.isWritten("stepSize") && InverseSqrt.timescale(schedule, model).isEmpty(),
              "The rate is halved after three times as many "
                  + Unit.of(schedule).counted()
                  + ", or as the steps of the warm-up, and there "
                  + (model.warmup().isEmpty() ? "is none" : "are none in epochs"),
              "stepSize = n, for example a tenth of the run");
      case "INVERSE_TIME" ->
          missing.report(
              "gamma",
              !schedule.isWritten("gamma"),
              "The rate is divided by 1 + gamma * t / stepSize, and no value suits every run",
              "for example gamma = 0.5 and stepSize = 1000, which halve it after 2,000 steps");
      default -> {
        // Others have rules with words of their own, or defaults.
      }
    }
  }

  private record Missing(Declaration schedule, Diagnostics diagnostics) {
    void report(String attribute, boolean isMissing, String why, String instead) {
      if (isMissing) {
        diagnostics.add(
            Problem.SCHEDULE_ATTRIBUTE_MISSING,
            schedule.isWritten(attribute) ? schedule.place(attribute) : schedule.place(),
            schedule.choice("value"),
            attribute,
            why,
            instead);
      }
    }
  }
}
