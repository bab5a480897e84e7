package dev.brisk.runtime;

import dev.brisk.checkpoint.TensorFile;
import dev.brisk.ops.Dropout;
import dev.brisk.runtime.TrainingReport.Epoch;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all generated trainers share: runs, files, the state that they carry along, and what is
 * looked at around an update. The gradient, the update and the composition of the schedule are
 * generated in the subclass.
 *
 * <p>Written for generated code; users see {@link Trainer}.
 *
 * @param <E> the examples that the model's loss takes
 */
public abstract class GeneratedTrainer<E extends Examples<E>> extends ScheduledTrainer<E> {
  /** The examples of which losses, metrics and predictions are computed at once. */
  protected static final int EVALUATED_AT_ONCE = 64;

  private final FitLoop<E> fitLoop;
  private final Attachments attachments = new Attachments();
  private long seed;
  private boolean holdsAverage;
  private boolean isEvaluating;
  private @Nullable Team team;
  private @Nullable Watch<E> watch;

  /**
   * @param learningRate the annotated learning rate
   * @param seed of the order in which examples are drawn
   * @param declared the run that {@link dev.brisk.Training} declares
   */
  protected GeneratedTrainer(double learningRate, long seed, RunPlan declared) {
    this(learningRate, seed, declared, null);
  }

  /**
   * @param scale how the rate follows the size of a batch; null if it does not
   */
  protected GeneratedTrainer(
      double learningRate, long seed, RunPlan declared, @Nullable BatchScale scale) {
    super(learningRate, declared, scale);
    this.seed = seed;
    this.fitLoop = new FitLoop<>(declared);
  }

  /** Shows what the model and its optimizer carry from one update to the next. */
  protected abstract void visitState(StateVisitor visitor);

  /**
   * Does a part of the work on a batch, in any thread. Parts do not look at each other's results.
   *
   * @param phase which work
   * @param first of the examples or rows of weights of this part
   * @param end of them, exclusive
   */
  protected void part(int phase, int first, int end) {
    throw new IllegalArgumentException("there is no phase " + phase);
  }

  /**
   * Does all of a phase, in as many threads as the fit has, if that is worth it. What comes out is
   * the same for every number of threads.
   *
   * @param count of the examples or rows
   * @param operations multiply-adds of each
   */
  protected final void split(int phase, int count, long operations) {
    if (team == null || count * operations < Team.WORTH_SHARING) {
      part(phase, 0, count);
    } else {
      team.run(this, phase, count);
    }
  }

  /**
   * Refuses a model whose arrays do not have the lengths they had when the trainer was made.
   *
   * @throws IllegalArgumentException naming the parameter and both lengths
   */
  protected void checkParameters() {
    // A model of scalars has no arrays.
  }

  /** Shows every parameter that updates change, with the sums of its gradient. */
  protected void visitGradients(GradientVisitor visitor) {
    // A trainer by hand may have nothing to show.
  }

  /** Shows what layers gave for the examples of the batch, where it is computed at once. */
  protected void visitUnits(UnitVisitor visitor) {
    // Where examples are computed one by one there is no batch of units.
  }

  /** What is done when a fit diverges, if anything is. */
  protected @Nullable RecoveryPlan recovery() {
    return null;
  }

  /** Whether there is an average of the weights by now. */
  protected boolean hasAverage() {
    return false;
  }

  /** Puts the average of the weights into the model, and the model's weights in its place. */
  protected void exchangeAverage() {
    // Without an average there is nothing to exchange.
  }

  @Override
  public final void monitor(@Nullable Monitor monitor) {
    watch = monitor == null ? null : Watch.begun(this, monitor);
  }

  @Override
  public final TrainingRun begin(ExampleStream<E> examples, Fit options) {
    return begin(new StreamedSet<>(examples), options);
  }

  @Override
  public final TrainingReport fit(ExampleStream<E> examples, Fit options) {
    return fit(new StreamedSet<>(examples), options);
  }

  @Override
  public final TrainingRun begin(BatchUpdates<E> updates, Fit options) {
    return begin(new RemoteSet<>(updates), options);
  }

  @Override
  public final TrainingReport fit(BatchUpdates<E> updates, Fit options) {
    return fit(new RemoteSet<>(updates), options);
  }

  private FitRun<E> begin(TrainingSet<E> examples, Fit options) {
    requireTrainedWeights();
    return fitLoop.begin(this, examples, options);
  }

  private TrainingReport fit(TrainingSet<E> examples, Fit options) {
    FitRun<E> run = begin(examples, options);
    return inThreads(options.threadCount(), run::toItsEnd);
  }

  /** Does something with that many threads at hand; with those that are there, if any are. */
  final <T> T inThreads(int threads, Supplier<T> work) {
    if (threads == 1 || team != null) {
      return work.get();
    }
    try (Team own = new Team(threads)) {
      team = own;
      return work.get();
    } finally {
      team = null;
    }
  }

  @Override
  public final void withAveragedWeights(Runnable evaluation) {
    if (isEvaluating || !hasAverage()) {
      evaluation.run();
      return;
    }
    holdAverage(true);
    isEvaluating = true;
    try {
      evaluation.run();
    } finally {
      isEvaluating = false;
      holdAverage(false);
    }
  }

  @Override
  public final Optional<RateScaling> rateScaling() {
    RunPlan current = position().course().plan();
    return scalingIn(current.isComplete() ? current : declaredRun());
  }

  @Override
  public final Snapshot snapshot() {
    requireTrainedWeights();
    checkParameters();
    return Snapshot.of(this);
  }

  @Override
  public final void restore(Snapshot snapshot) {
    requireTrainedWeights();
    checkParameters();
    snapshot.restore(this);
    if (watch != null) {
      watch.begin();
    }
  }

  @Override
  public final void restoreMean(List<Snapshot> snapshots, double... shares) {
    requireTrainedWeights();
    checkParameters();
    StateMean.restore(this, snapshots, shares);
  }

  @Override
  public final void save(Path file) {
    requireTrainedWeights();
    checkParameters();
    CheckpointWriter.write(this, file);
  }

  @Override
  public final void restore(Path file) {
    restore(file, null);
  }

  @Override
  public final void restore(Path file, @Nullable Resume choice) {
    requireTrainedWeights();
    checkParameters();
    Checkpoint read = CheckpointReader.read(file, TensorFile.read(file), this);
    new Restoring(this, read).restore(choice, null);
  }

  @Override
  public final void attach(String name, Map<String, String> texts) {
    attachments.put(name, texts);
  }

  @Override
  public final Map<String, String> attached(String name) {
    return attachments.get(name);
  }

  @Override
  public final void saveParameters(Path file) {
    checkParameters();
    ParameterFile.write(this, file);
  }

  @Override
  public final void restoreParameters(Path file) {
    checkParameters();
    ParameterFile.read(file, this);
  }

  @Override
  public final Trial<E> trial() {
    return new Trial<>(this);
  }

  /**
   * Shows everything that decides how training goes on, except for the history of epochs. Other
   * threads and an evaluation by averages come and go within a call.
   */
  final void visit(StateVisitor visitor) {
    seed = visitor.number("run/seed", seed);
    visitClocks(visitor);
    fitLoop.visit(visitor);
    visitState(visitor);
  }

  final Attachments attachments() {
    return attachments;
  }

  /** The number of complete epochs. */
  final int epochs() {
    return fitLoop.epochs();
  }

  final RunPosition position() {
    return fitLoop.position();
  }

  /** What the current run keeps beside the state that {@link #visit} shows. */
  final RunMemory memory() {
    return fitLoop.memory();
  }

  final List<Epoch> history() {
    return fitLoop.history();
  }

  /** Those after the given number of epochs; a view that is not to be kept. */
  final List<Epoch> historyAfter(int epochs) {
    return fitLoop.historyAfter(epochs);
  }

  final void history(List<Epoch> epochs) {
    fitLoop.history(epochs);
  }

  final long seed() {
    return seed;
  }

  /** An update with a rate of a trial's. */
  final double trainBatch(E examples, int from, int to, double rate) {
    Check.rate("rate", rate);
    impose(rate);
    try {
      return trainBatch(examples, from, to);
    } finally {
      impose(Double.NaN);
    }
  }

  /**
   * Exchanges weights and average, unless it is so already. Where arrays of other lengths have been
   * put into the model the weights stay in safety: no update follows, and the next evaluation
   * brings them back.
   */
  private void holdAverage(boolean holds) {
    checkParameters();
    if (holdsAverage != holds) {
      exchangeAverage();
      holdsAverage = holds;
    }
  }

  /** Refuses an update of the average in place of the weights. */
  protected final void requireTrainedWeights() {
    if (holdsAverage) {
      throw new IllegalStateException(
          "the model holds the average of its weights, which is for evaluation alone. Train when"
              + " withAveragedWeights has returned");
    }
  }

  /** Begins an update on the examples {@code [from, to)}, which must be there. */
  protected final void beginBatch(E examples, int from, int to) {
    Check.batch(from, to, examples.size());
    if (watch != null) {
      watch.batch(examples, from, to);
    }
  }

  /** Whether gradients are looked at, so that they are to be added up before the update. */
  protected final boolean isMonitored() {
    return watch != null;
  }

  /** Counts an update that was done. */
  protected final void countStep() {
    if (watch != null) {
      watch.done();
    }
    advance();
  }

  /** By which the next update drops elements, where its loss does that. */
  protected final long dropKey() {
    return Dropout.key(seed, stepCount());
  }

  /** The loss of the next update, if it is finite; its gradient is there, if it is monitored. */
  protected final double finite(double loss) {
    if (watch != null) {
      watch.looks(loss);
    } else if (!Double.isFinite(loss)) {
      throw new NonFiniteLossException(loss, stepCount(), learningRate());
    }
    return loss;
  }

  /** Refuses an update by a gradient from elsewhere, which is there, if its loss is not finite. */
  protected final void given(double loss) {
    if (!Double.isFinite(loss)) {
      if (watch != null) {
        watch.refused(loss);
      }
      throw new NonFiniteLossException(loss, stepCount(), learningRate());
    }
    if (watch != null) {
      watch.given(loss);
    }
  }

  /** Refuses an update by a gradient whose elements {@code [from, to)} are not all finite. */
  protected final void checkGradient(String parameter, double[] gradient, int from, int to) {
    checkGradient(parameter, Gradients.firstNonFinite(gradient, from, to), from, to);
  }

  /** As {@link #checkGradient(String, double[], int, int)}. */
  protected final void checkGradient(String parameter, float[] gradient, int from, int to) {
    checkGradient(parameter, Gradients.firstNonFinite(gradient, from, to), from, to);
  }

  private void checkGradient(String parameter, int element, int from, int to) {
    if (element < to) {
      throw new NonFiniteGradientException(parameter, element - from, stepCount(), learningRate());
    }
  }

  /**
   * Refuses an update by a gradient that is not finite.
   *
   * @param measure of the gradient of that parameter, which is not finite if an element is not
   */
  protected final void checkGradient(String parameter, double measure) {
    if (!Double.isFinite(measure)) {
      throw new NonFiniteGradientException(parameter, stepCount(), learningRate());
    }
  }

  final @Nullable Watch<E> watch() {
    return watch;
  }

  /** Has the updates to come watched by another, and gives the one before. */
  final @Nullable Watch<E> exchangeWatch(@Nullable Watch<E> other) {
    Watch<E> before = watch;
    watch = other;
    return before;
  }
}
