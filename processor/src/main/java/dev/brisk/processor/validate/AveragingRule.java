package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;

/** An average fades, begins within the run, and goes through every parameter. */
final class AveragingRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.averaging().ifPresent(averaging -> check(averaging, model, diagnostics));
  }

  private static void check(Declaration averaging, ModelSource model, Diagnostics diagnostics) {
    double decay = averaging.number("decay");
    if (AveragingAttributes.of(averaging).judges(averaging, "decay") && !(decay > 0 && decay < 1)) {
      diagnostics.add(
          Problem.AVERAGING_DECAY_OUT_OF_RANGE, averaging.place("decay"), Figures.number(decay));
    }
    checkStart(averaging, model, diagnostics);
    for (ParameterSource parameter : model.parameters()) {
      if (parameter.isSparse()) {
        diagnostics.add(Problem.AVERAGING_OF_SPARSE, parameter.place(), parameter.name());
      }
    }
  }

  private static void checkStart(
      Declaration averaging, ModelSource model, Diagnostics diagnostics) {
    long start = averaging.whole("start");
    if (start < 0) {
      diagnostics.add(
          Problem.AVERAGING_START_NEGATIVE, averaging.place("start"), Figures.count(start));
    }
    RunLength.of(model)
        .filter(run -> start >= run.steps())
        .ifPresent(
            run ->
                diagnostics.add(
                    Problem.AVERAGING_BEYOND_RUN,
                    averaging.place("start"),
                    Figures.count(start, "step"),
                    run,
                    Long.toString(run.steps() / 4 * 3)));
  }
}
