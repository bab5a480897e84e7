package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.read.ParameterSource;

/** An array that is to be initialised has a shape to be allocated with. */
final class InitShapeRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    for (ParameterSource parameter : model.parameters()) {
      if (parameter.type().isArray()
          && parameter.shape().isEmpty()
          && parameter.declaration().isWritten("init")) {
        diagnostics.add(
            Problem.INIT_WITHOUT_SHAPE, parameter.declaration().place("init"), parameter.name());
      }
    }
  }
}
