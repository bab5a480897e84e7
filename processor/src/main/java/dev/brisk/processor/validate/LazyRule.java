package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;

/** Rows of a sparse parameter are updated by an algorithm that needs no others. */
final class LazyRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    if (algorithm.rule().isLazy()) {
      return;
    }
    for (ParameterSource parameter : model.parameters()) {
      if (parameter.isSparse()) {
        diagnostics.add(
            Problem.SPARSE_NOT_LAZY, parameter.place(), parameter.name(), algorithm.name());
      }
    }
  }
}
