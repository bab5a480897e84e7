package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.ModelSource;

/** Products with the Hessian are derived, which takes a loss whose gradient is. */
final class HessianRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    if (model.trainable().flag("hessian") && model.gradient().isPresent()) {
      diagnostics.add(
          Problem.NO_SECOND_DERIVATIVE, model.trainable().place("hessian"), model.gradient().get());
    }
  }
}
