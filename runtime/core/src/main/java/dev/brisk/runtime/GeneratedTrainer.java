package dev.brisk.runtime;

import dev.brisk.checkpoint.TensorFile;
import dev.brisk.kernel.Kernels;
import dev.brisk.ops.Dropout;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.schedule.Plateau;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all generated trainers share: the clock of steps and runs, and the base learning rate. The
 * gradient, the update and the composition of the schedule are generated in the subclass.
 *
 * <p>Written for generated code; users see {@link Trainer}.
 *
 * @param <E> the examples that the model's loss takes
 */
public abstract class GeneratedTrainer<E extends Examples<E>> implements Trainer<E> {
  /** The examples of which losses, metrics and predictions are computed at once. */
  protected static final int EVALUATED_AT_ONCE = 64;

  private static final long UNKNOWN = -1;

  private final FitLoop<E> fitLoop;
  private final Attachments attachments = new Attachments();
  private final EpochClock epochs;
  private final PlateauWatch plateau = new PlateauWatch();
  private final RunPlan declared;
  private final double annotatedRate;
  private final @Nullable BatchScale scale;
  private long seed;
  private boolean followsBatch;
  private double baseLearningRate;

  /** The rate of an update of a {@link Trial}; NaN for that of the schedules. */
  private double imposedRate = Double.NaN;

  private long stepCount;
  private long runStart;
  private long runEnd;
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
    this.annotatedRate = learningRate;
    this.seed = seed;
    this.declared = declared;
    this.scale = scale;
    this.followsBatch = scale != null;
    this.baseLearningRate = scaled(learningRate, scale, declared);
    this.fitLoop = new FitLoop<>(declared);
    this.epochs = new EpochClock(declared);
    this.runEnd = declared.isComplete() ? declared.steps() : UNKNOWN;
  }

  private static double scaled(double rate, @Nullable BatchScale scale, RunPlan run) {
    return scale == null ? rate : rate * scale.factor(run.examplesPerUpdate());
  }

  /**
   * The learning rate of update number {@code t}.
   *
   * @param base the rate that schedules start from
   */
  protected abstract double scheduledRate(double base, long t);

  /**
   * The annotation that the model has, with another rate.
   *
   * @param learningRate as it is to be written
   */
  protected abstract String annotation(String learningRate);

  /**
   * What the model's annotations say beside {@code @Optimizer}, if it decides how training goes on:
   * an annotation with its attributes each. The length of the run is not among it.
   */
  protected List<String> configuration() {
    return List.of();
  }

  /** Shows what the model and its optimizer carry from one update to the next. */
  protected abstract void visitState(StateVisitor visitor);

  /** The steps of the warm-up; schedules that count epochs or observations begin after them. */
  protected long warmupSteps() {
    return 0;
  }

  /** The settings of a schedule that watches a value, if there is one. */
  protected @Nullable Plateau plateau() {
    return null;
  }

  /** The metric that a plateau watches; empty for the loss. */
  protected String monitor() {
    return "";
  }

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
  public final long stepCount() {
    return stepCount;
  }

  @Override
  public final double learningRate() {
    return isTrial() ? imposedRate : scheduledRate(baseLearningRate, stepCount);
  }

  @Override
  public final double learningRateAt(long t) {
    if (t < 0) {
      throw new IllegalArgumentException("t is " + t + ", expected at least 0");
    }
    return scheduledRate(baseLearningRate, t);
  }

  @Override
  public final void baseLearningRate(double learningRate) {
    Check.rate("learningRate", learningRate);
    baseLearningRate = learningRate;
    followsBatch = false;
  }

  @Override
  public final void monitor(@Nullable Monitor monitor) {
    watch = monitor == null ? null : Watch.begun(this, monitor);
  }

  @Override
  public final void endEpoch() {
    epochs.endEpoch(stepCount, warmupSteps());
  }

  @Override
  public final void observe(double metric) {
    Plateau settings = plateau();
    if (settings != null && stepCount >= warmupSteps()) {
      plateau.observe(settings, baseLearningRate, metric, stepCount);
    }
  }

  @Override
  public final TrainingRun begin(ExampleStream<E> examples, Fit options) {
    requireTrainedWeights();
    return fitLoop.begin(this, examples, options);
  }

  @Override
  public final TrainingReport fit(ExampleStream<E> examples, Fit options) {
    requireTrainedWeights();
    FitRun<E> run = fitLoop.begin(this, examples, options);
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

  @Override
  public final RunPlan declaredRun() {
    return declared;
  }

  @Override
  public final String annotationFor(double rate, int examples) {
    Check.rate("rate", rate);
    Check.positive("examples", examples);
    return annotation(Figures.written(scale == null ? rate : rate / scale.factor(examples)));
  }

  /**
   * Shows everything that decides how training goes on, except for the history of epochs. Other
   * threads and an evaluation by averages come and go within a call.
   */
  final void visit(StateVisitor visitor) {
    seed = visitor.number("run/seed", seed);
    stepCount = visitor.number("run/step", stepCount);
    runStart = visitor.number("run/start", runStart);
    runEnd = visitor.number("run/end", runEnd);
    baseLearningRate = visitor.number("run/rate", baseLearningRate);
    followsBatch = visitor.flag("run/followsBatch", followsBatch);
    epochs.visit(visitor);
    plateau.visit(visitor);
    fitLoop.visit(visitor);
    visitState(visitor);
  }

  /** What decides how training goes on, apart from the length of a run, and is compiled in. */
  final Configuration allConfiguration() {
    return new Configuration(
        annotation(Configuration.RATE), configuration(), annotatedRate, Kernels.describe());
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

  /** Has the rate of the annotation in place of the one that was restored. */
  final void resetBaseRate(RunPlan run) {
    followsBatch = scale != null;
    baseLearningRate = scaled(annotatedRate, scale, run);
  }

  /** Gives the current run another length. */
  final void prolong(RunPlan run, long stepsLeft) {
    runEnd = stepCount + stepsLeft;
    epochs.prolong(run);
  }

  final List<Epoch> history() {
    return fitLoop.history();
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
    imposedRate = rate;
    try {
      return trainBatch(examples, from, to);
    } finally {
      imposedRate = Double.NaN;
    }
  }

  /** Whether the update is one of a trial, which asks no schedule. */
  protected final boolean isTrial() {
    return !Double.isNaN(imposedRate);
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
    stepCount++;
  }

  /** By which the next update drops elements, where its loss does that. */
  protected final long dropKey() {
    return Dropout.key(seed, stepCount);
  }

  /** The loss of the next update, if it is finite; its gradient is there, if it is monitored. */
  protected final double finite(double loss) {
    if (watch != null) {
      watch.looks(loss);
    } else if (!Double.isFinite(loss)) {
      throw new NonFiniteLossException(loss, stepCount, learningRate());
    }
    return loss;
  }

  /**
   * Refuses an update by a gradient that is not finite.
   *
   * @param measure of the gradient of that parameter, which is not finite if an element is not
   */
  protected final void checkGradient(String parameter, double measure) {
    if (!Double.isFinite(measure)) {
      throw new NonFiniteGradientException(parameter, stepCount, learningRate());
    }
  }

  /** The step at which the current run began. */
  protected final long runStart() {
    return runStart;
  }

  /** The step at which the current run ends, exclusive. */
  protected final long runEnd() {
    if (runEnd == UNKNOWN) {
      throw new IllegalStateException(
          "the last @Schedule has no length and the length of the run is not known. Declare"
              + " @Training(epochs, batchSize, examples) or @Schedule(steps), or train with fit");
    }
    return runEnd;
  }

  /** The epochs that were completed between the warm-up and update number {@code t}. */
  protected final long epochAt(long t) {
    return epochs.at(t, stepCount, warmupSteps());
  }

  /** What {@link #epochAt} counts when the current run begins. */
  protected final long runStartEpoch() {
    return epochs.runStart();
  }

  /** What {@link #epochAt} counts when the current run is over. */
  protected final long runEndEpoch() {
    return epochs.runEnd(stepCount, warmupSteps());
  }

  /** What is left of the base rate after the cuts of a plateau. */
  protected final double plateauRate(double base) {
    return base * plateau.scale();
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

  /** The rate that schedules start from. */
  final double baseLearningRate() {
    return baseLearningRate;
  }

  /** The updates of the current run; 0 where they are not known. */
  final long runSteps() {
    return runEnd == UNKNOWN ? 0 : runEnd - runStart;
  }

  /** The updates that are left of the current run; 0 where they are not known. */
  final long stepsLeft() {
    return runEnd == UNKNOWN ? 0 : Math.max(0, runEnd - stepCount);
  }

  /** Begins a complete run of so many updates at the current step. */
  final void beginRun(RunPlan run, long steps) {
    runStart = stepCount;
    runEnd = stepCount + steps;
    epochs.beginRun(run, stepCount);
    if (followsBatch) {
      baseLearningRate = scaled(annotatedRate, scale, run);
    }
  }

  /** Refuses a run in which there is nothing for a plateau to watch. */
  final void checkMonitor(boolean isValidated) {
    if (plateau() != null && !isValidated && !monitor().isEmpty()) {
      throw new IllegalArgumentException(
          "the schedule watches the metric "
              + monitor()
              + ", which is computed on validation examples, and there are none. Give some,"
              + " Fit.validation(held), or let it watch the loss");
    }
  }

  /**
   * Ends an epoch of a fit.
   *
   * @param isJudged whether it has the figure that a plateau watches
   */
  final void completed(Epoch epoch, boolean isJudged) {
    if (isJudged) {
      observe(
          monitor().isEmpty()
              ? epoch.validationLoss().orElse(epoch.trainLoss())
              : epoch.validationMetrics().getOrDefault(monitor(), Double.NaN));
    }
    endEpoch();
  }
}
