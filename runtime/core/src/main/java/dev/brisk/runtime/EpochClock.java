package dev.brisk.runtime;

/**
 * Counts the epochs that were completed since the warm-up ended, for schedules with {@code interval
 * = EPOCH}. An epoch that ends with the last step of the warm-up, or before, does not count.
 *
 * <p>Up to the current step the count is what happened; before the current epoch and after the
 * current step it is told from the steps of an epoch.
 */
final class EpochClock {
  private static final long UNKNOWN = 0;

  /** The steps of an epoch of this run, and its epochs, where they are known. */
  private long stepsPerEpoch;

  private long epochsOfRun;

  private long completed;
  private long completedAtRunStart;
  private long warmupEpochsOfRun;
  private long epochStart;

  EpochClock(RunPlan declared) {
    epochsOfRun = declared.epochs();
    stepsPerEpoch = declared.isComplete() ? declared.steps() / declared.epochs() : UNKNOWN;
  }

  /** Shows all that it counts. */
  void visit(StateVisitor visitor) {
    stepsPerEpoch = visitor.number("epochs/steps", stepsPerEpoch);
    epochsOfRun = visitor.number("epochs/ofRun", epochsOfRun);
    completed = visitor.number("epochs/completed", completed);
    completedAtRunStart = visitor.number("epochs/completedAtRunStart", completedAtRunStart);
    warmupEpochsOfRun = visitor.number("epochs/ofWarmup", warmupEpochsOfRun);
    epochStart = visitor.number("epochs/start", epochStart);
  }

  /** Begins a run at the current step. */
  void beginRun(RunPlan run, long now) {
    epochsOfRun = run.epochs();
    stepsPerEpoch = run.steps() / run.epochs();
    completedAtRunStart = completed;
    warmupEpochsOfRun = 0;
    epochStart = now;
  }

  /** Gives the current run another length. */
  void prolong(RunPlan run) {
    epochsOfRun = run.epochs();
    stepsPerEpoch = run.steps() / run.epochs();
  }

  /** Ends an epoch at the current step. */
  void endEpoch(long now, long warmup) {
    if (now > warmup) {
      completed++;
    } else {
      warmupEpochsOfRun++;
    }
    epochStart = now;
  }

  /** The count when update number {@code t}, not of the warm-up, is done. */
  long at(long t, long now, long warmup) {
    if (t >= epochStart && t <= now) {
      return completed;
    }
    long epochs = Math.floorDiv(t - epochStart, stepsPerEpoch()) - stillInWarmup(now, warmup);
    return Math.max(0, completed + epochs);
  }

  /** The count when the run began. */
  long runStart() {
    return completedAtRunStart;
  }

  /** The count when the run is over. */
  long runEnd(long now, long warmup) {
    if (epochsOfRun == UNKNOWN) {
      throw new IllegalStateException(
          "the last @Schedule has no length and the number of epochs is not known. Declare"
              + " @Training(epochs) or @Schedule(steps), or train with fit");
    }
    long rising = warmupEpochsOfRun + stillInWarmup(now, warmup);
    return completedAtRunStart + epochsOfRun - rising;
  }

  /** The epochs, from the current one on, that will end before the warm-up does. */
  private long stillInWarmup(long now, long warmup) {
    boolean isOver = now > warmup || warmup == epochStart;
    boolean endsNow = now == warmup && stepsPerEpoch == UNKNOWN;
    return isOver || endsNow ? 0 : Math.floorDiv(warmup - epochStart, stepsPerEpoch());
  }

  /** The updates of an epoch; 0 where they are not known. */
  long steps() {
    return stepsPerEpoch;
  }

  private long stepsPerEpoch() {
    if (stepsPerEpoch == UNKNOWN) {
      throw new IllegalStateException(
          "the @Schedule has interval = EPOCH and the number of steps of an epoch is not known."
              + " Declare @Training(epochs, batchSize, examples), or train with fit");
    }
    return stepsPerEpoch;
  }
}
