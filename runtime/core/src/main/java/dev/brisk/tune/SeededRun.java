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
  private final SearchRun options;
  private final Trainers<E> trainers;
  private final E training;
  private final E validation;
  private @Nullable TrainingRun run;
  private RunPlan plan = RunPlan.OPEN;
  private String annotations = "";
  private double value = Double.NaN;
  private int epochs;

  /** Those of a trainer that was not new when it was given. */
  private int epochsBefore;

  private String divergence = "";

  SeededRun(SearchRun options, Trainers<E> trainers, E training, E validation) {
    this.options = options;
    this.trainers = trainers;
    this.training = training;
    this.validation = validation;
  }

  /** Begins the run, unless it is so already. */
  private TrainingRun begun() {
    if (run != null) {
      return run;
    }
    double learningRate = options.candidate().learningRate();
    Trainer<E> trainer = trainers.make(options.seed());
    options.objective().requireIn(trainer);
    trainer.baseLearningRate(learningRate);
    TrainingRun begun = trainer.begin(training, options.fit(validation));
    run = begun;
    plan = begun.plan();
    annotations = Annotations.of(trainer, learningRate, plan);
    return begun;
  }

  /** Trains until that many epochs are complete, or something is not finite any more. */
  void trainTo(int upTo) {
    TrainingRun begun = begun();
    while (epochs < upTo && !hasDiverged()) {
      Workers.checkWanted();
      String reason = Divergence.of(() -> completed(begun.next()));
      if (!reason.isEmpty()) {
        diverged(reason);
      } else {
        begun.report().recoveries().stream().findFirst().ifPresent(this::recovered);
      }
    }
    if (epochs == plan.epochs()) {
      release();
    }
  }

  /** What goes on at a lower rate is not this candidate any more. */
  private void recovered(Recovery recovery) {
    diverged("taken back after step " + recovery.step() + ", " + recovery.reason());
  }

  private void completed(Epoch epoch) {
    Objective objective = options.objective();
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
    divergence = "seed " + options.seed() + ": " + reason;
    value = Double.NaN;
    release();
  }

  /** Lets go of trainer and model. */
  private void release() {
    run = null;
  }

  private boolean hasDiverged() {
    return !divergence.isEmpty();
  }

  /** How far it has come. */
  RunProgress progress() {
    return new RunProgress(plan, annotations, epochs, value, divergence);
  }
}
