package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Recovery;
import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.runtime.TrainingRun;
import org.jspecify.annotations.Nullable;

/**
 * A run with one candidate and one seed: begun when it is first wanted, and let go when it is no
 * more, as a search may be over more trainers than there is room for.
 */
final class SeededRun<E extends Examples<E>> {
  private final Search.Data<E> data;
  private final Candidate candidate;
  private final long seed;
  private @Nullable TrainingRun run;
  private RunPlan plan = RunPlan.OPEN;
  private String annotations = "";
  private double value = Double.NaN;
  private int epochs;

  /** Those of a trainer that was not new when it was given. */
  private int epochsBefore;

  private String divergence = "";

  SeededRun(Search.Data<E> data, Candidate candidate, long seed) {
    this.data = data;
    this.candidate = candidate;
    this.seed = seed;
  }

  /** Begins the run, unless it is so already. */
  TrainingRun begun() {
    if (run != null) {
      return run;
    }
    Trainer<E> trainer = data.trainers().make(seed);
    data.settings().objective().requireIn(trainer);
    trainer.baseLearningRate(candidate.learningRate());
    TrainingRun begun =
        trainer.begin(data.training(), data.settings().fit(candidate, data.validation()));
    run = begun;
    plan = begun.plan();
    annotations = Annotations.of(trainer, candidate.learningRate(), plan);
    return begun;
  }

  /** Trains until that many epochs are complete, or something is not finite any more. */
  void trainTo(int rung) {
    TrainingRun training = begun();
    while (epochs < rung && !hasDiverged()) {
      Workers.checkWanted();
      String reason = Divergence.of(() -> completed(training.next()));
      if (!reason.isEmpty()) {
        diverged(reason);
      } else {
        training.report().recoveries().stream().findFirst().ifPresent(this::recovered);
      }
    }
  }

  /** What goes on at a lower rate is not this candidate any more. */
  private void recovered(Recovery recovery) {
    diverged("taken back after step " + recovery.step() + ", " + recovery.reason());
  }

  private void completed(Epoch epoch) {
    Objective objective = data.settings().objective();
    if (epochs == 0) {
      epochsBefore = epoch.epoch() - 1;
    }
    epochs = epoch.epoch() - epochsBefore;
    value = objective.of(epoch);
    if (!Double.isFinite(value)) {
      diverged("the " + objective.name() + " after epoch " + epochs + " is " + value);
    }
  }

  private void diverged(String reason) {
    divergence = "seed " + seed + ": " + reason;
    value = Double.NaN;
    release();
  }

  /** Lets go of trainer and model. */
  void release() {
    run = null;
  }

  boolean hasDiverged() {
    return !divergence.isEmpty();
  }

  /** Why there is no finite value; empty if there is one. */
  String divergence() {
    return divergence;
  }

  /** The objective after the last epoch. */
  double value() {
    return value;
  }

  int epochs() {
    return epochs;
  }

  /** What came of options and declaration, once it is begun. */
  RunPlan plan() {
    return plan;
  }

  String annotations() {
    return annotations;
  }
}
