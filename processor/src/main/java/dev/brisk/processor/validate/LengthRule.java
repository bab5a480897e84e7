package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.Unit;

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
      checkSchedule(schedule, diagnostics);
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

  private static void checkSchedule(Declaration schedule, Diagnostics diagnostics) {
    String counted = Unit.of(schedule).counted();
    check(
        schedule,
        "steps",
        counted,
        "Write how many it takes; a last schedule without steps takes what is left of the run",
        diagnostics);
    String instead = "Write how many they are";
    check(schedule, "stepSize", sizes(schedule, counted), instead, diagnostics);
    check(schedule, "period", "the " + counted + " of the first cycle", instead, diagnostics);
    check(schedule, "stepSizeUp", "the " + counted + " of a rise", instead, diagnostics);
    check(schedule, "stepSizeDown", "the " + counted + " of a fall", instead, diagnostics);
    check(
        schedule,
        "periodMultiplier",
        "the cycles that are as long as the next one",
        "Write 1 for cycles of the same length, or 2 for each twice as long as the one before",
        diagnostics);
  }

  private static String sizes(Declaration schedule, String counted) {
    return DecayAttributes.is(schedule, "STEP")
        ? "the " + counted + " between two cuts of the rate"
        : "the " + counted + " that the fall is measured in";
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
    boolean isRead =
        !declaration.name().equals("Schedule")
            || DecayAttributes.of(declaration).reads().contains(attribute);
    if (declaration.isWritten(attribute) && isRead && length <= 0) {
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
