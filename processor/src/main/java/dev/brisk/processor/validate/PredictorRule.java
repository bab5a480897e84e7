package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.ModelSource;

/** A predictor has the methods that are annotated for it, and is written from their bodies. */
final class PredictorRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    if (!model.trainable().flag("predictor")) {
      return;
    }
    if (model.gradient().isPresent()) {
      report(
          model,
          "those of a model with a @Gradient are not",
          "Remove `" + model.gradient().get() + "`",
          diagnostics);
    } else if (model.predictions().isEmpty()) {
      report(model, "there is none", "Annotate what it is to compute with @Predict", diagnostics);
    }
  }

  private static void report(
      ModelSource model, String why, String instead, Diagnostics diagnostics) {
    diagnostics.add(
        Problem.PREDICTOR_WITHOUT_METHODS,
        model.trainable().place("predictor"),
        model.name().simpleName(),
        why,
        instead);
  }
}
