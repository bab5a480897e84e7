package dev.brisk.runtime;

import dev.brisk.runtime.RunPosition.Course;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link Trainer#fit} runs: begun with {@link #epochs} or {@link #asDeclared}, refined method
 * by method. Immutable; every method gives another object.
 */
public final class Fit {
  /** Stands for what these options leave to {@code @Training}. */
  private static final int DECLARED = 0;

  /** Examples of one batch where {@code @Training} does not say either. */
  private static final int DEFAULT_BATCH_SIZE = 32;

  private int epochs = DECLARED;
  private int batchSize = DECLARED;
  private boolean shuffle = true;
  private boolean override;
  private int threads = 1;
  private @Nullable Examples<?> validation;
  private List<EpochListener> listeners = List.of();
  private @Nullable Monitor monitor;
  private @Nullable Checkpoints checkpoints;
  private @Nullable Resumption resumption;

  private Fit() {}

  private Fit(Fit other) {
    epochs = other.epochs;
    batchSize = other.batchSize;
    shuffle = other.shuffle;
    override = other.override;
    threads = other.threads;
    validation = other.validation;
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
    return new Fit().with(fit -> fit.epochs = epochs);
  }

  /** The run that {@link dev.brisk.Training} declares; its number of epochs is needed there. */
  public static Fit asDeclared() {
    return new Fit();
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
    return with(fit -> fit.batchSize = examples);
  }

  /**
   * Whether each epoch takes the examples in a random order of its own, which depends on the seed
   * of the trainer and the number of the epoch alone; the default. Otherwise they come as they are.
   */
  public Fit shuffle(boolean shuffled) {
    return with(fit -> fit.shuffle = shuffled);
  }

  /**
   * Examples on which the loss and all metrics are computed after each epoch, without learning from
   * them; by the average of the weights, where {@link dev.brisk.WeightAveraging} keeps one.
   *
   * @param held made by the same trainer's {@code examples(...)} as those to train on
   */
  public Fit validation(Examples<?> held) {
    return with(fit -> fit.validation = held);
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
    return withListener((epoch, lastEpoch) -> listener.accept(epoch));
  }

  /** Prints a line for each epoch when it is complete. May be called several times. */
  public Fit printTo(PrintStream out) {
    return withListener(new EpochPrinter(out));
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
    return with(fit -> fit.override = true);
  }

  private Fit withListener(EpochListener listener) {
    List<EpochListener> more = new ArrayList<>(listeners);
    more.add(listener);
    return with(fit -> fit.listeners = List.copyOf(more));
  }

  /**
   * The run over so many examples that these options and the declared run come to.
   *
   * @throws IllegalArgumentException if they contradict each other, or leave the epochs open
   */
  RunPlan resolve(RunPlan declared, int examples) {
    if (epochs == DECLARED && declared.epochs() == 0) {
      throw new IllegalArgumentException(
          "Fit.asDeclared() needs a number of epochs. Declare @Training(epochs), or say"
              + " Fit.epochs(n)");
    }
    agree("epochs", epochs, declared.epochs());
    agree("batchSize", batchSize, declared.batchSize());
    agree("examples", examples, declared.examples());
    return new RunPlan(
        epochs == DECLARED ? declared.epochs() : epochs,
        resolvedBatchSize(declared),
        examples,
        declared.accumulate());
  }

  private int resolvedBatchSize(RunPlan declared) {
    if (batchSize != DECLARED) {
      return batchSize;
    }
    return declared.batchSize() == 0 ? DEFAULT_BATCH_SIZE : declared.batchSize();
  }

  private void agree(String attribute, int chosen, int declared) {
    if (!override && chosen != DECLARED && declared != 0 && chosen != declared) {
      throw new IllegalArgumentException(
          attribute
              + " is "
              + chosen
              + ", @Training declares "
              + declared
              + ". Change one of them, or allow it with Fit.overrideTraining()");
    }
  }

  /** The held-out examples, which must be of the class of those to train on. */
  <E extends Examples<E>> @Nullable E validationLike(ExampleStream<E> stream) {
    if (validation == null) {
      return null;
    }
    E examples = stream.sample();
    if (validation.getClass() != examples.getClass()) {
      throw new IllegalArgumentException(
          "the validation examples are of "
              + validation.getClass().getName()
              + ", those to train on of "
              + examples.getClass().getName()
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

  /** Tells all listeners of a complete epoch, in the order in which they were added. */
  void completed(TrainingReport.Epoch epoch, int lastEpoch) {
    for (EpochListener listener : listeners) {
      listener.completed(epoch, lastEpoch);
    }
  }
}
