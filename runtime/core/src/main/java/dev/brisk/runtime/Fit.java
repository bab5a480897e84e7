package dev.brisk.runtime;

import dev.brisk.runtime.RunPosition.Course;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Trainer#fit} runs: begun with {@link #epochs}, {@link #steps} or {@link
 * #asDeclared}, refined method by method. Immutable; every method gives another object.
 *
 * <p>If the thread of the fit is interrupted, the run ends after the update that is being done,
 * with a checkpoint if {@link #checkpoints} are written, and a report that says so; the thread is
 * still interrupted then. An epoch that ends before its time, for whatever reason, is the last of
 * the report, over the examples that had their update.
 */
public final class Fit {
  private RunLength length;
  private boolean shuffle = true;
  private int threads = 1;
  private @Nullable Examples<?> validation;
  private @Nullable HeldOut heldOut;
  private int validationInterval = 1;
  private @Nullable EarlyStopping stopping;
  private @Nullable Duration timeBudget;
  private @Nullable Duration shutdownPatience;
  private List<FitListener> listeners = List.of();
  private @Nullable Monitor monitor;
  private @Nullable Checkpoints checkpoints;
  private @Nullable Resumption resumption;

  private Fit(RunLength length) {
    this.length = length;
  }

  private Fit(Fit other) {
    length = other.length;
    shuffle = other.shuffle;
    threads = other.threads;
    validation = other.validation;
    heldOut = other.heldOut;
    validationInterval = other.validationInterval;
    stopping = other.stopping;
    timeBudget = other.timeBudget;
    shutdownPatience = other.shutdownPatience;
    listeners = other.listeners;
    monitor = other.monitor;
    checkpoints = other.checkpoints;
    resumption = other.resumption;
  }

  /** These options with a change, which is the only time that an object is written to. */
  private Fit with(Consumer<Fit> change) {
    Fit changed = new Fit(this);
    change.accept(changed);
    return changed;
  }

  /**
   * A run of the given number of epochs, passes over the examples.
   *
   * @param epochs at least 1
   * @throws IllegalArgumentException if {@code epochs} is below 1
   */
  public static Fit epochs(int epochs) {
    Check.positive("epochs", epochs);
    return new Fit(RunLength.epochs(epochs));
  }

  /**
   * A run of the given number of updates. Its last epoch may end before all its examples had their
   * update; it counts as an epoch nonetheless, over those that had, and is validated. Schedules
   * that count steps are as long as the run, those that count epochs as if the last were whole.
   *
   * @param updates at least 1
   * @throws IllegalArgumentException if {@code updates} is below 1
   */
  public static Fit steps(int updates) {
    Check.positive("updates", updates);
    return new Fit(RunLength.steps(updates));
  }

  /** The run that {@link dev.brisk.Training} declares; its number of epochs is needed there. */
  public static Fit asDeclared() {
    return new Fit(RunLength.DECLARED_ONE);
  }

  /**
   * The number of examples of one batch. Without it that of {@link dev.brisk.Training}, or else 32.
   * A batch is an update, unless {@link dev.brisk.Training#accumulate()} puts several into one.
   * What is left at the end of an epoch is an update of its own.
   *
   * @param examples at least 1; may be more than there are
   * @throws IllegalArgumentException if {@code examples} is below 1
   */
  public Fit batchSize(int examples) {
    Check.positive("batchSize", examples);
    return with(fit -> fit.length = length.batchSize(examples));
  }

  /**
   * Whether each epoch takes the examples in a random order of its own, which depends on the seed
   * of the trainer and the number of the epoch alone; the default. Otherwise they come as they are.
   */
  public Fit shuffle(boolean shuffled) {
    return with(fit -> fit.shuffle = shuffled);
  }

  /**
   * Examples on which the loss and all metrics are computed after each epoch, or as {@link
   * #validateEvery} says, without learning from them; by the average of the weights, where {@link
   * dev.brisk.WeightAveraging} keeps one.
   *
   * @param held made by the same trainer's {@code examples(...)} as those to train on
   */
  public Fit validation(Examples<?> held) {
    return with(
        fit -> {
          fit.validation = held;
          fit.heldOut = null;
        });
  }

  /** As {@link #validation(Examples)} does, on examples that are not in this process. */
  public Fit validation(HeldOut held) {
    return with(
        fit -> {
          fit.validation = null;
          fit.heldOut = held;
        });
  }

  /**
   * The epochs from one validation to the next; 1 without it. The last epoch of the run, and one
   * that ends before its time, are validated in any case. Whatever watches the validation, such as
   * {@link #earlyStopping} and the schedule {@link dev.brisk.Decay#PLATEAU}, goes by the epochs
   * that have one, and counts its patience in them.
   *
   * @param epochs at least 1
   * @throws IllegalArgumentException if {@code epochs} is below 1
   */
  public Fit validateEvery(int epochs) {
    Check.positive("epochs", epochs);
    return with(fit -> fit.validationInterval = epochs);
  }

  /**
   * Ends the run when it becomes no better, and brings its best epoch back. Where {@link
   * dev.brisk.OnDivergence} takes the run back, epochs after that point have never been.
   *
   * <p>{@link Trainer#fit} refuses a fit without validation examples, or a metric that the model
   * does not have.
   */
  public Fit earlyStopping(EarlyStopping rule) {
    return with(fit -> fit.stopping = rule);
  }

  /**
   * Ends the run after the first update with which it has taken that time, validation included. It
   * is validated afterwards. Schedules are those of the whole run. A run that is resumed has that
   * time anew.
   *
   * @param time above 0
   * @throws IllegalArgumentException if {@code time} is 0 or negative
   */
  public Fit timeBudget(Duration time) {
    return with(fit -> fit.timeBudget = positive("time", time));
  }

  /**
   * Ends the run after the update that is being done when the process is asked to end, by Ctrl-C or
   * SIGTERM, as if its thread had been interrupted, and has the process wait for it: for the
   * validation, checkpoints, and listeners of this fit, though not for what follows it.
   *
   * @param atMost how long the process waits, above 0; also if a listener itself asks it to end
   * @throws IllegalArgumentException if {@code atMost} is 0 or negative
   */
  public Fit stopOnShutdown(Duration atMost) {
    return with(fit -> fit.shutdownPatience = positive("atMost", atMost));
  }

  private static Duration positive(String name, Duration time) {
    if (time.isNegative() || time.isZero()) {
      throw new IllegalArgumentException(name + " is " + time + ", expected more than 0");
    }
    return time;
  }

  /**
   * The number of threads that work on a batch, the caller's among them; one without it. The
   * weights are the same, bit by bit, for every number. Models whose examples are computed one by
   * one, and batches too small to gain by it, stay on one thread.
   *
   * @param count at least 1; more than there are processors only slows it down
   * @throws IllegalArgumentException if {@code count} is below 1
   */
  public Fit threads(int count) {
    Check.positive("threads", count);
    return with(fit -> fit.threads = count);
  }

  /** Something to be told of each epoch when it is complete. May be called several times. */
  public Fit onEpoch(Consumer<TrainingReport.Epoch> listener) {
    return listener(new EpochConsumer(listener));
  }

  /** Prints a line for each epoch when it is complete. May be called several times. */
  public Fit printTo(PrintStream out) {
    return listener(new EpochPrinter(out));
  }

  /**
   * Writes the history to a file after each epoch, as {@link TrainingReport#writeCsv} or {@link
   * TrainingReport#writeJsonLines} would: the file is there as a whole whenever the process ends.
   * If it cannot be written, the fit ends with an {@link java.io.UncheckedIOException}.
   *
   * @param file whose name ends with {@code .csv} or {@code .jsonl}
   * @throws IllegalArgumentException if it ends with neither
   */
  public Fit historyTo(Path file) {
    return listener(new HistoryFile(file));
  }

  /** Something to be told how the fit goes. May be called several times. */
  public Fit listener(FitListener listener) {
    List<FitListener> more = new ArrayList<>(listeners);
    more.add(listener);
    return with(fit -> fit.listeners = List.copyOf(more));
  }

  /**
   * Has the updates of this fit watched; the report then tells what was found. It costs a pass over
   * the parameters before each update and after it.
   *
   * @param watching such as {@code new TrainingMonitor()} of {@code dev.brisk.diagnose}
   */
  public Fit monitor(Monitor watching) {
    return with(fit -> fit.monitor = watching);
  }

  /** Has checkpoints written while the fit goes on. */
  public Fit checkpoints(Checkpoints written) {
    return with(fit -> fit.checkpoints = written);
  }

  /**
   * Takes up the run whose checkpoints are in a folder, with the newest one that is whole, and goes
   * on with it to its end, bit by bit as if it had never ended; one that is damaged is logged and
   * passed over. In a folder without any, or one that is not there, the run begins, so that the
   * same program may be started again and again until it is done. A run that was complete is not
   * begun anew; its report is given.
   *
   * <p>The trainer is to be of the same class, with its annotations as they were, and these options
   * and the examples as well. Whether the examples have the same values is not looked at. What a
   * {@link #monitor} has seen is not among what is taken up.
   *
   * <p>{@link Trainer#fit} then throws a {@link dev.brisk.checkpoint.CheckpointException}, and the
   * trainer has not changed, if the configuration is another one, which is where {@link
   * #resumeFrom(Path, Resume)} says what to do; if the newest whole checkpoint is of another
   * trainer; or if there are some and none is whole.
   */
  public Fit resumeFrom(Path folder) {
    return with(fit -> fit.resumption = new Resumption(folder, null));
  }

  /** As {@link #resumeFrom(Path)} does, also where the configuration is another one. */
  public Fit resumeFrom(Path folder, Resume choice) {
    return with(fit -> fit.resumption = new Resumption(folder, choice));
  }

  /**
   * Allows these options and the examples to contradict {@link dev.brisk.Training}. What was
   * checked at compile time then no longer holds for this run.
   */
  public Fit overrideTraining() {
    return with(fit -> fit.length = length.override());
  }

  /**
   * The run over so many examples that these options and the declared run come to.
   *
   * @throws IllegalArgumentException if they contradict each other, or leave the epochs open
   */
  RunPlan resolve(RunPlan declared, int examples) {
    return length.over(declared, examples);
  }

  /** The updates of that run. */
  long stepsOf(RunPlan plan) {
    return length.stepsOf(plan);
  }

  /** What is held out of a run over these examples, if anything is. */
  <E extends Examples<E>> @Nullable HeldOut heldOut(Trainer<E> trainer, TrainingSet<E> examples) {
    E held = validationLike(examples);
    return held == null ? heldOut : new HeldOutExamples<>(trainer, held);
  }

  /** The held-out examples, which must be of the class of those to train on. */
  <E extends Examples<E>> @Nullable E validationLike(TrainingSet<E> examples) {
    if (validation == null) {
      return null;
    }
    Class<?> type = examples.type();
    if (validation.getClass() != type) {
      throw new IllegalArgumentException(
          "the validation examples are of "
              + validation.getClass().getName()
              + ", those to train on of "
              + type.getName()
              + ". Make both with the same trainer's examples(...)");
    }
    @SuppressWarnings("unchecked") // checked in the line before
    E held = (E) validation;
    return held;
  }

  int threadCount() {
    return threads;
  }

  @Nullable Monitor monitor() {
    return monitor;
  }

  /** What writes the checkpoints of a fit, if any are to be written. */
  @Nullable CheckpointSaver saver(GeneratedTrainer<?> trainer) {
    return checkpoints == null
        ? null
        : CheckpointSaver.of(checkpoints, trainer, resumption != null);
  }

  /** Takes up a run if there is one, and gives what it keeps; null if it is to begin. */
  @Nullable RunMemory resume(GeneratedTrainer<?> trainer, Course wanted) {
    return resumption == null ? null : resumption.resume(trainer, wanted);
  }

  boolean shuffles() {
    return shuffle;
  }

  int validationInterval() {
    return validationInterval;
  }

  /** Refuses a run that has nothing for early stopping to watch. */
  void checkStopping(GeneratedTrainer<?> trainer) {
    if (stopping != null) {
      BestEpoch.check(stopping, trainer, validation != null || heldOut != null);
    }
  }

  /** What ends a run that becomes no better, if anything does. */
  @Nullable BestEpoch best(GeneratedTrainer<?> trainer, int before, @Nullable Snapshot kept) {
    return stopping == null ? null : new BestEpoch(trainer, stopping, before, kept);
  }

  /** How far a run has come that begins now. */
  FitProgress progress(GeneratedTrainer<?> trainer, int lastEpoch) {
    return new FitProgress(
        trainer,
        lastEpoch,
        trainer.stepCount() + trainer.stepsLeft(),
        timeBudget == null ? Long.MAX_VALUE : TimeUnit.NANOSECONDS.convert(timeBudget),
        System::nanoTime);
  }

  Interruption interruption(FitProgress progress) {
    return new Interruption(progress, shutdownPatience);
  }

  FitListeners listeners() {
    return new FitListeners(listeners);
  }
}
