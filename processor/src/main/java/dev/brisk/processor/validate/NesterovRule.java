package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** Nesterov's form has a momentum to look along, and nothing that shortens the look. */
final class NesterovRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    if (!AlgorithmAttributes.of(model).judges(optimizer, "nesterov")
        || !optimizer.flag("nesterov")) {
      return;
    }
    if (optimizer.number("momentum") == 0) {
      diagnostics.add(Problem.NESTEROV_WITHOUT_MOMENTUM, optimizer.place("nesterov"));
    }
    if (optimizer.number("dampening") != 0) {
      diagnostics.add(
          Problem.NESTEROV_WITH_DAMPENING,
          optimizer.place("nesterov"),
          Figures.number(optimizer.number("dampening")));
    }
  }
}
