package dev.brisk.runtime;

import dev.brisk.runtime.RunPosition.Course;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** A run: the loop over epochs, and what is to be done after each of them and each update. */
final class FitRun<E extends Examples<E>> implements TrainingRun, EpochUpdates.Listener {
  private final GeneratedTrainer<E> trainer;
  private final FitLoop<E> loop;
  private final RunPosition position;
  private final Course course;
  private final TrainingSet<E> examples;
  private final Validation validation;
  private final Fit options;
  private final @Nullable Watch<E> watch;
  private final @Nullable Recoveries<E> recoveries;
  private final @Nullable CheckpointSaver checkpoints;
  private final @Nullable BestEpoch best;
  private final FitProgress progress;
  private final FitListeners listeners;
  private final Interruption interruption;

  /** Of the run when it has ended. */
  private @Nullable TrainingReport ended;

  /**
   * @param loop has the position at which the run begins
   * @param memory what the run has kept so far, if it is taken up
   */
  FitRun(
      GeneratedTrainer<E> trainer,
      FitLoop<E> loop,
      TrainingSet<E> examples,
      @Nullable HeldOut held,
      Fit options,
      @Nullable CheckpointSaver checkpoints,
      RunMemory memory) {
    this.trainer = trainer;
    this.loop = loop;
    this.position = loop.position();
    this.course = position.course();
    this.examples = examples;
    this.validation = new Validation(held, options.validationInterval());
    this.options = options;
    Monitor own = options.monitor();
    this.watch = own == null ? trainer.watch() : Watch.begun(trainer, own);
    this.progress = options.progress(trainer, course.lastEpoch());
    this.listeners = options.listeners();
    this.interruption = options.interruption(progress);
    this.recoveries = Recoveries.of(trainer, memory.recovery(), () -> examples.loss(trainer));
    if (recoveries != null) {
      progress.recoveries(recoveries::done);
    }
    this.checkpoints = checkpoints;
    this.best = options.best(trainer, course.firstEpoch(), memory.best());
  }

  RunMemory memory() {
    boolean hasEpochs = loop.epochs() < course.lastEpoch();
    return new RunMemory(
        hasEpochs && recoveries != null ? recoveries.state() : null,
        ended == null && best != null ? best.state() : null);
  }

  /** Begins; a run that is taken up at its end has ended. */
  void begin() {
    listeners.began(progress);
    progress.rest();
    if (!hasNext()) {
      finish();
    }
  }

  /** Goes on to the end of the run. */
  TrainingReport toItsEnd() {
    return interruption.heeding(
        () -> {
          forEachRemaining(epoch -> {});
          return report();
        });
  }

  @Override
  public RunPlan plan() {
    return course.plan();
  }

  @Override
  public boolean hasNext() {
    return ended == null && end() == End.OPEN;
  }

  /** Why the run ends after the epochs so far. */
  private End end() {
    if (interruption.reason() != End.OPEN) {
      return interruption.reason();
    }
    if (loop.epochs() >= course.lastEpoch()) {
      return End.COMPLETE;
    }
    return best != null && best.isOver() ? End.EARLY : End.OPEN;
  }

  @Override
  public Epoch next() {
    if (!loop.isCurrent(this)) {
      throw new IllegalStateException(
          "the trainer has begun another run; take its epochs, or begin a new one");
    }
    if (!hasNext()) {
      throw new NoSuchElementException(
          end() != End.COMPLETE
              ? "the run was ended after epoch " + loop.epochs()
              : "all " + plan().epochs() + " epochs are complete");
    }
    if (!position.course().equals(course)) {
      position.begin(course); // A snapshot of another run was restored.
    }
    return interruption.heeding(this::nextEpoch);
  }

  private Epoch nextEpoch() {
    progress.goOn();
    Watch<E> ofTrainer = trainer.exchangeWatch(watch);
    Epoch epoch;
    try {
      epoch = trainer.inThreads(options.threadCount(), this::epoch);
    } catch (Throwable reason) {
      position.begin(course);
      listeners.failed(progress, reason);
      throw reason;
    } finally {
      trainer.exchangeWatch(ofTrainer);
      progress.rest();
    }
    if (!hasNext()) {
      finish();
    }
    return epoch;
  }

  private void finish() {
    if (watch != null) {
      watch.monitor().end();
    }
    End end = end();
    boolean mayGoOn = end == End.INTERRUPTED; // Another fit then goes on from what was reached.
    OptionalInt restored = best == null || mayGoOn ? OptionalInt.empty() : best.restore();
    TrainingReport report = report(end, restored);
    ended = report;
    listeners.ended(progress, report);
  }

  private Epoch epoch() {
    double trainLoss =
        recoveries == null ? updates() : recoveries.epoch(position.done() > 0, this::updates);
    int number = loop.epochs() + 1;
    boolean isWhole = isEpochDone();
    if (!isWhole && checkpoints != null) {
      checkpoints.write(); // Before what was done counts as an epoch, to be gone on with.
    }
    boolean isValidated =
        !isWhole || number == course.lastEpoch() || validation.isDue(number - course.firstEpoch());
    trainer.withAveragedWeights(
        () -> loop.add(validation.epoch(trainer, number, trainLoss, isValidated)));
    position.begin(course);
    Epoch epoch = loop.last();
    if (isWhole) {
      trainer.completed(epoch, validation.isJudged(epoch));
    }
    if (best != null) {
      best.completed();
    }
    if (isWhole) {
      completed(epoch);
    }
    listeners.completed(progress, epoch);
    return epoch;
  }

  private void completed(Epoch epoch) {
    boolean isJudged = validation.isJudged(epoch);
    if (recoveries != null && isJudged) {
      recoveries.completed(epoch);
    }
    if (checkpoints != null) {
      checkpoints.completed(isBest(isJudged), hasNext());
    }
  }

  /**
   * Whether the last epoch is the best so far: what early stopping would bring back, if it is on.
   */
  private boolean isBest(boolean isJudged) {
    return best == null ? isJudged && loop.hasLowestLossNow() : best.isLast();
  }

  /**
   * Goes on with the updates of the epoch, to its end or until the run is to stop, and gives the
   * mean loss of its examples before their updates.
   */
  private double updates() {
    progress.begin(loop.epochs() + 1, examples.size(), position.done());
    examples.goOn(trainer, options.shuffles(), watch, this);
    return position.meanLoss();
  }

  @Override
  public void updated(double loss, int size) {
    position.updated(loss, size);
    if (recoveries != null) {
      recoveries.updated(loss);
    }
    if (checkpoints != null) {
      checkpoints.updated(updatesOn(size));
    }
    progress.update(loss, size);
    listeners.updated(progress);
    boolean isLast = loop.epochs() + 1 == course.lastEpoch() && isEpochDone();
    if (!isLast) {
      interruption.updated();
    }
  }

  private long updatesOn(int examples) {
    return (examples - 1) / plan().examplesPerUpdate() + 1;
  }

  /** Whether all updates of the epoch are done that belong to the run. */
  private boolean isEpochDone() {
    return position.done() == examples.size()
        || (course.isCut() && trainer.stepCount() >= trainer.runEnd());
  }

  /** One update at least is done, also where a run was taken back when it was to end. */
  @Override
  public boolean isOver() {
    return isEpochDone() || (interruption.reason() != End.OPEN && position.done() > 0);
  }

  @Override
  public TrainingReport report() {
    return ended == null ? report(end(), OptionalInt.empty()) : ended;
  }

  private TrainingReport report(End end, OptionalInt restored) {
    List<Epoch> history = loop.history();
    if (history.isEmpty()) {
      throw new IllegalStateException("no epoch is complete yet; there is nothing to report");
    }
    return new TrainingReport(
        history,
        progress.elapsed(),
        watch == null ? List.of() : watch.monitor().findings(),
        recoveries == null ? List.of() : recoveries.done(),
        end,
        restored);
  }
}
