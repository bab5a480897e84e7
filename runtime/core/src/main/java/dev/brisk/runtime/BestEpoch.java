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

  private final int before;

  /** After the best epoch; its history ends with that. */
  private @Nullable Snapshot state;

  /**
   * @param before the epochs of the trainer before this run
   * @param state after the best epoch of a run that is taken up, if it was kept
   */
  BestEpoch(
      GeneratedTrainer<?> trainer, EarlyStopping options, int before, @Nullable Snapshot state) {
    this.trainer = trainer;
    this.options = options;
    this.before = before;
    this.state = state;
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

  /** An epoch is over, whose state is kept if no other was better. */
  void completed() {
    if (options.restoresBest() && isLast()) {
      state = trainer.snapshot();
    }
  }

  /** Whether the best epoch is the last one so far. */
  boolean isLast() {
    return verdict().best() == trainer.epochs();
  }

  /** The state after the best epoch; null if there is none, or it is not in memory. */
  @Nullable Snapshot state() {
    return state != null && state.history().size() == verdict().best() ? state : null;
  }

  /** Whether the run ends here. */
  boolean isOver() {
    return verdict().isOver();
  }

  private Verdict verdict() {
    return options.verdict(trainer.historyAfter(before));
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
    Snapshot kept = state();
    if (kept == null) {
      // The run was taken back to before it, and the epochs since then were no better.
      System.getLogger("dev.brisk")
          .log(
              Level.WARNING,
              "the state after epoch "
                  + best
                  + ", the best one, is not in memory; that of the last update stays");
      return OptionalInt.empty();
    }
    List<TrainingReport.Epoch> history = trainer.history();
    trainer.restore(kept);
    trainer.history(history);
    return OptionalInt.of(best);
  }
}
