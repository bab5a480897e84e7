package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A length that is written is at least 1. */
final class LengthRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model
        .warmup()
        .ifPresent(
            warmup ->
                check(
                    warmup,
                    "steps",
                    "updates",
                    "Write how many the rise takes, or remove @Warmup",
                    diagnostics));
    for (Declaration schedule : model.schedules()) {
      check(
          schedule,
          "steps",
          "updates",
          "Write how many it takes; a last schedule without steps takes what is left of the run",
          diagnostics);
      if (DecayAttributes.of(schedule).reads().contains("stepSize")) {
        check(
            schedule,
            "stepSize",
            "the updates between two cuts of the rate",
            "Write how many they are",
            diagnostics);
      }
    }
    model.training().ifPresent(training -> check(training, diagnostics));
    model
        .scaling()
        .ifPresent(
            scaling ->
                check(
                    scaling,
                    "baseBatchSize",
                    "the examples of an update that the learning rate is for",
                    "Write with how many it was found, for example 256",
                    diagnostics));
  }

  private static void check(Declaration training, Diagnostics diagnostics) {
    String instead = "Write how many they are, or remove it where only a run can tell";
    check(training, "epochs", "passes over the examples", instead, diagnostics);
    check(training, "batchSize", "the examples of one batch", instead, diagnostics);
    check(training, "examples", "the examples of one pass", instead, diagnostics);
    check(
        training,
        "accumulate",
        "the batches of one update",
        "Write how many they are, or remove it where each batch is an update",
        diagnostics);
  }

  private static void check(
      Declaration declaration,
      String attribute,
      String counted,
      String instead,
      Diagnostics diagnostics) {
    long length = declaration.whole(attribute);
    if (declaration.isWritten(attribute) && length <= 0) {
      diagnostics.add(
          Problem.LENGTH_NOT_POSITIVE,
          declaration.place(attribute),
          attribute,
          declaration.name(),
          Figures.count(length),
          counted,
          instead);
    }
  }
}
