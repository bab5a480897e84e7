package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** RPROP's smallest step is positive, and its largest one is not below it. */
final class StepRangeRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    boolean judgesMin = algorithm.judges(optimizer, "stepMin");
    boolean judgesMax = algorithm.judges(optimizer, "stepMax");
    if (!judgesMin && !judgesMax) {
      return;
    }
    double min = algorithm.value(optimizer, "stepMin");
    double max = algorithm.value(optimizer, "stepMax");
    boolean areSteps = isStep(min) && isStep(max);
    if (areSteps && min <= max) {
      return;
    }
    boolean isAtMax = judgesMax && (isStep(min) || !judgesMin);
    diagnostics.add(
        Problem.STEP_RANGE_EMPTY,
        optimizer.place(isAtMax ? "stepMax" : "stepMin"),
        Figures.number(min),
        Figures.number(max),
        Figures.number(areSteps ? max : algorithm.standard("stepMin")),
        Figures.number(areSteps ? min : algorithm.standard("stepMax")));
  }

  private static boolean isStep(double value) {
    return value > 0 && Double.isFinite(value);
  }
}
