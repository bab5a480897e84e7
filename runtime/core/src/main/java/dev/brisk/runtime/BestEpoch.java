package dev.brisk.runtime;

import dev.brisk.runtime.EarlyStopping.Verdict;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Ends a fit as {@link EarlyStopping} says, and keeps the state of its best epoch in memory. */
final class BestEpoch {
  private final GeneratedTrainer<?> trainer;
  private final EarlyStopping options;

  /** The epochs of the trainer before this run. */
  private final int before;

  private int kept;
  private @Nullable Snapshot state;

  BestEpoch(GeneratedTrainer<?> trainer, EarlyStopping options, int before) {
    this.trainer = trainer;
    this.options = options;
    this.before = before;
  }

  /** Refuses a run that has no values to watch. */
  static <E extends Examples<E>> void check(
      EarlyStopping options, GeneratedTrainer<E> trainer, boolean isValidated) {
    String metric = options.metric();
    if (!isValidated) {
      throw new IllegalArgumentException(
          "early stopping watches the "
              + (metric.isEmpty() ? "loss" : "metric " + metric)
              + " of validation examples, and there are none. Give some, Fit.validation(held)");
    }
    if (!metric.isEmpty() && !trainer.metrics().containsKey(metric)) {
      throw new IllegalArgumentException(
          "early stopping watches the metric "
              + metric
              + ", the model has "
              + (trainer.metrics().isEmpty() ? "none" : trainer.metrics().keySet()));
    }
  }

  /** An epoch is complete, which is kept if no other was better. */
  void completed() {
    List<TrainingReport.Epoch> history = trainer.history();
    int best = verdict().best();
    if (options.restoresBest() && best != kept && best == history.size()) {
      state = trainer.snapshot();
      kept = best;
    }
  }

  /** Whether the run ends here. */
  boolean isOver() {
    return verdict().isOver();
  }

  private Verdict verdict() {
    List<TrainingReport.Epoch> history = trainer.history();
    return options.verdict(history.subList(Math.min(before, history.size()), history.size()));
  }

  /**
   * Brings the trainer back to the best epoch; its history stays.
   *
   * @return the number of that epoch; empty if there is none, or it is not to be
   */
  OptionalInt restore() {
    int best = verdict().best();
    if (!options.restoresBest() || best == 0) {
      return OptionalInt.empty();
    }
    if (state == null || kept != best) {
      // It was before the process that took this run up again, or before one of its recoveries.
      System.getLogger("dev.brisk")
          .log(
              Level.WARNING,
              "the best epoch is "
                  + best
                  + ", whose weights are no longer in memory; those of"
                  + " the last update stay");
      return OptionalInt.empty();
    }
    List<TrainingReport.Epoch> history = trainer.history();
    if (best < history.size()) {
      trainer.restore(state);
      trainer.history(history);
    }
    return OptionalInt.of(best);
  }
}
