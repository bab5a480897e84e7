package dev.brisk.runtime;

import dev.brisk.checkpoint.CheckpointException;
import dev.brisk.runtime.RunPosition.Course;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Brings a trainer to what a checkpoint holds, under the configuration that is chosen. */
final class Restoring {
  private final GeneratedTrainer<?> trainer;
  private final Checkpoint read;
  private final List<String> compiled;
  private final boolean isOtherRate;

  Restoring(GeneratedTrainer<?> trainer, Checkpoint read) {
    this.trainer = trainer;
    this.read = read;
    Configuration here = trainer.allConfiguration();
    compiled = read.configuration().differences(here);
    isOtherRate = read.configuration().learningRate() != here.learningRate();
  }

  /**
   * Brings the trainer there, or leaves it as it was.
   *
   * @param choice null where nothing may differ
   * @param wanted what the run is to go over; null where that is left to the checkpoint. Its last
   *     epoch counts from the one at which the run began.
   */
  void restore(@Nullable Resume choice, @Nullable Course wanted) {
    Snapshot before = trainer.snapshot();
    boolean isDone = false;
    try {
      trainer.restore(read.state());
      Course old = trainer.position().course();
      Course now = wanted == null ? old : wanted.begunAfter(old.firstEpoch());
      List<String> differences = differences(old, now);
      if (!differences.isEmpty()) {
        goOn(old, now);
        differences.addAll(rates());
        choose(choice, old, now, String.join("; ", differences));
      }
      trainer.attachments().putAll(read.attachments());
      isDone = true;
    } finally {
      if (!isDone) {
        trainer.restore(before);
      }
    }
  }

  private List<String> differences(Course old, Course now) {
    List<String> differences = new ArrayList<>(compiled);
    double was = read.configuration().learningRate();
    double is = trainer.allConfiguration().learningRate();
    if (isOtherRate) {
      differences.add("learning rate " + Figures.written(was) + " -> " + Figures.written(is));
    }
    if (!old.equals(now)) {
      differences.add("a run of " + old + " -> " + now);
    }
    return differences;
  }

  /** Goes on under what is configured now. */
  private void goOn(Course old, Course now) {
    if (isOtherRate) {
      trainer.resetBaseRate(now.plan());
    }
    if (!old.equals(now)) {
      if (!old.hasBatchesOf(now)) {
        trainer.position().begin(now);
      }
      trainer.position().course(now);
      trainer.prolong(now.plan(), now.stepsAfter(trainer.epochs(), trainer.position().done()));
    }
  }

  /** The rates of steps to come that differ under what is configured now. */
  private List<String> rates() {
    List<String> rates = new ArrayList<>();
    for (Map.Entry<Long, Double> rate : read.rates().entrySet()) {
      try {
        double now = trainer.learningRateAt(rate.getKey());
        if (now != rate.getValue()) {
          rates.add(
              String.format(
                  Locale.ROOT,
                  "rate at step %,d %s -> %s",
                  rate.getKey(),
                  Figures.written(rate.getValue()),
                  Figures.written(now)));
        }
      } catch (IllegalStateException e) {
        return List.of("the rate now depends on the length of a run");
      }
    }
    return rates;
  }

  private void choose(@Nullable Resume choice, Course old, Course now, String differences) {
    if (choice == Resume.NEW_CONFIGURATION) {
      System.getLogger("dev.brisk")
          .log(Level.INFO, "{0} goes on under a new configuration: {1}", read.file(), differences);
      return;
    }
    boolean canBeExact = compiled.isEmpty() && old.hasBatchesOf(now);
    if (choice == Resume.EXACT && canBeExact) {
      trainer.restore(read.state());
      return;
    }
    throw new CheckpointException(
        read.file(),
        "was written under another configuration: "
            + differences
            + (canBeExact
                ? ". Say Resume.EXACT to go on as that run would have, or "
                : ". Go back to what it was, or say ")
            + "Resume.NEW_CONFIGURATION. Nothing was restored");
  }
}
