package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** What guards a denominator is finite and not negative. */
final class EpsilonRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    double epsilon = optimizer.number("epsilon");
    if (algorithm.judges(optimizer, "epsilon") && !(epsilon >= 0 && Double.isFinite(epsilon))) {
      diagnostics.add(
          Problem.EPSILON_NEGATIVE,
          optimizer.place("epsilon"),
          Figures.number(epsilon),
          Figures.number(algorithm.standard("epsilon")));
    }
  }
}
