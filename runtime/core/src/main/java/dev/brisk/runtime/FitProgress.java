package dev.brisk.runtime;

import dev.brisk.runtime.TrainingReport.Epoch;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far a fit has come, for a {@link FitListener} to read within its call. It is always the same
 * object, which changes with every update.
 */
public final class FitProgress {
  private static final double NANOS = 1e9;

  private final GeneratedTrainer<?> trainer;
  private final int lastEpoch;
  private final long firstStep;
  private final long lastStep;
  private final long budget;
  private final LongSupplier clock;

  /** The moment since which the clock runs, and what it had come to before. */
  private long since;

  private long nanos;
  private boolean rests;

  private Supplier<List<Recovery>> recoveries = List::of;
  private int epoch;
  private long ofEpoch;
  private long inEpoch;
  private long examples;
  private double loss = Double.NaN;

  /**
   * Of a fit that begins now.
   *
   * @param lastEpoch the number of its last epoch
   * @param lastStep what the trainer's count of steps will be at its end
   * @param budget nanoseconds that it may take
   * @param clock in nanoseconds
   */
  FitProgress(
      GeneratedTrainer<?> trainer, int lastEpoch, long lastStep, long budget, LongSupplier clock) {
    this.trainer = trainer;
    this.lastEpoch = lastEpoch;
    this.firstStep = trainer.stepCount();
    this.lastStep = lastStep;
    this.budget = budget;
    this.clock = clock;
    this.since = clock.getAsLong();
  }

  /** Has recoveries told by what makes them. */
  void recoveries(Supplier<List<Recovery>> done) {
    recoveries = done;
  }

  /** Begins an epoch of so many examples, some of which are done. */
  void begin(int number, long size, long done) {
    epoch = number;
    ofEpoch = size;
    inEpoch = done;
  }

  /** Counts an update on so many examples. */
  void update(double meanLoss, int size) {
    loss = meanLoss;
    inEpoch += size;
    examples += size;
  }

  /** Stops the clock until {@link #goOn}. */
  void rest() {
    nanos = nanos();
    rests = true;
  }

  /** Lets the clock run again. */
  void goOn() {
    since = clock.getAsLong();
    rests = false;
  }

  /** Whether it has taken as long as it may. */
  boolean isTimeOver() {
    return nanos() >= budget;
  }

  private long nanos() {
    return rests ? nanos : nanos + clock.getAsLong() - since;
  }

  /** The number of the epoch, counted from 1 over the life of the trainer. */
  public int epoch() {
    return epoch;
  }

  /** The number of the epoch that is the last of this fit, if it goes to its end. */
  public int lastEpoch() {
    return lastEpoch;
  }

  /** The updates that the trainer has done. */
  public long step() {
    return trainer.stepCount();
  }

  /** What {@link #step} is at the end of this fit, if it goes there. */
  public long lastStep() {
    return lastStep;
  }

  /** The examples of the epoch on which updates were done. */
  public long examples() {
    return inEpoch;
  }

  /** All examples of the epoch. */
  public long examplesOfEpoch() {
    return ofEpoch;
  }

  /** The mean loss of the examples of the last update, before it; NaN before the first. */
  public double loss() {
    return loss;
  }

  /** The learning rate of the last update; before the first, that of the first. */
  public double learningRate() {
    return trainer.learningRateAt(Math.max(firstStep, trainer.stepCount() - 1));
  }

  /** The time that this fit has taken so far, validation included. */
  public Duration elapsed() {
    return Duration.ofNanos(nanos());
  }

  /** Examples of updates of this fit by the time that it has taken; 0 before the first. */
  public double examplesPerSecond() {
    return examples == 0 ? 0 : examples * NANOS / Math.max(1, nanos());
  }

  /**
   * How long it will take to the end of this fit, if updates go on as they did, but not longer than
   * what is left of its time budget; empty before the first.
   */
  public Optional<Duration> remaining() {
    long done = trainer.stepCount() - firstStep;
    if (done <= 0) {
      return Optional.empty();
    }
    double left = Math.max(0, lastStep - trainer.stepCount());
    long estimated = (long) (nanos() / (double) done * left);
    return Optional.of(Duration.ofNanos(Math.max(0, Math.min(estimated, budget - nanos()))));
  }

  /**
   * What annotations, options and examples of this fit came to, a line each: the annotations as
   * they would be written with every attribute that is not left out, the run as {@link
   * dev.brisk.Training} would declare it, and what else decides how training goes on.
   */
  public List<String> configuration() {
    return ConfigurationLines.of(trainer);
  }

  /** How often this fit had diverged and was taken back so far, in order. */
  public List<Recovery> recoveries() {
    return recoveries.get();
  }

  /** The complete epochs of the trainer, those of earlier fits first; a copy. */
  public List<Epoch> history() {
    return trainer.history();
  }
}
