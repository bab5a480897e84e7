package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A momentum or beta1 that is written holds for some update. */
final class MomentumOverriddenRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    if (RunRate.curve(model).cyclesMomentumThroughout()) {
      AlgorithmAttributes.of(model)
          .rule()
          .cyclable()
          .filter(model.optimizer()::isWritten)
          .ifPresent(attribute -> check(model, attribute, diagnostics));
    }
  }

  private static void check(ModelSource model, String attribute, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    double own = optimizer.number(attribute);
    MomentumRange range = MomentumRange.of(model.schedules().get(0));
    boolean isNeeded = AlgorithmAttributes.of(model).standard(attribute) == 0;
    // Without a momentum there would be none to cycle: the first one is as good as any.
    if (isNeeded && own == range.high()) {
      return;
    }
    diagnostics.add(
        Problem.MOMENTUM_OVERRIDDEN,
        optimizer.place(attribute),
        attribute,
        Figures.number(own),
        range,
        isNeeded
            ? "Write momentum = " + Figures.number(range.high()) + ", which it begins with"
            : "Remove " + attribute);
  }
}
