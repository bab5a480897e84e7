package dev.brisk.runtime;

import dev.brisk.kernel.Kernels;
import dev.brisk.runtime.TrainingReport.Epoch;
import dev.brisk.schedule.Plateau;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What generated trainers share of the learning rate: the clock of steps, epochs and runs, and the
 * rate that schedules start from. The composition of the schedule is generated.
 *
 * @param <E> the examples that the model's loss takes
 */
abstract class ScheduledTrainer<E extends Examples<E>> implements Trainer<E> {
  private static final long UNKNOWN = -1;

  private final RunPlan declared;
  private final double annotatedRate;
  private final @Nullable BatchScale scale;
  private final EpochClock epochs;
  private final PlateauWatch plateau = new PlateauWatch();
  private boolean followsBatch;
  private double baseLearningRate;

  /** The rate of an update of a {@link Trial}; NaN for that of the schedules. */
  private double imposedRate = Double.NaN;

  private long stepCount;
  private long runStart;
  private long runEnd;

  ScheduledTrainer(double learningRate, RunPlan declared, @Nullable BatchScale scale) {
    this.annotatedRate = learningRate;
    this.declared = declared;
    this.scale = scale;
    this.followsBatch = scale != null;
    this.baseLearningRate = scaled(learningRate, scale, declared);
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
  public final RunPlan declaredRun() {
    return declared;
  }

  @Override
  public final String annotationFor(double rate, int examples) {
    Check.rate("rate", rate);
    Check.positive("examples", examples);
    return annotation(Figures.written(scale == null ? rate : rate / scale.factor(examples)));
  }

  /** Shows all clocks and the base rate. */
  final void visitClocks(StateVisitor visitor) {
    stepCount = visitor.number("run/step", stepCount);
    runStart = visitor.number("run/start", runStart);
    runEnd = visitor.number("run/end", runEnd);
    baseLearningRate = visitor.number("run/rate", baseLearningRate);
    followsBatch = visitor.flag("run/followsBatch", followsBatch);
    epochs.visit(visitor);
    plateau.visit(visitor);
  }

  /** What decides how training goes on, apart from the length of a run, and is compiled in. */
  final Configuration allConfiguration() {
    return new Configuration(
        annotation(Configuration.RATE), configuration(), annotatedRate, Kernels.describe());
  }

  /** Has the rate of the annotation in place of the one that was restored. */
  final void resetBaseRate(RunPlan run) {
    followsBatch = scale != null;
    baseLearningRate = scaled(annotatedRate, scale, run);
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

  /** What becomes of the annotated rate in that run, if it follows its batches. */
  final Optional<RateScaling> scalingIn(RunPlan run) {
    long examples = run.examplesPerUpdate();
    return scale == null || !followsBatch || examples == 0
        ? Optional.empty()
        : Optional.of(new RateScaling(scale, annotatedRate, examples, warmupSteps()));
  }

  /** Gives the current run another length. */
  final void prolong(RunPlan run, long stepsLeft) {
    runEnd = stepCount + stepsLeft;
    epochs.prolong(run);
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

  /** An update is done. */
  final void advance() {
    stepCount++;
  }

  /** Has the updates to come use a rate of a trial's; NaN for that of the schedules again. */
  final void impose(double rate) {
    imposedRate = rate;
  }

  /** Whether the update is one of a trial, which asks no schedule. */
  protected final boolean isTrial() {
    return !Double.isNaN(imposedRate);
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

  /** The rate that schedules start from. */
  final double baseLearningRate() {
    return baseLearningRate;
  }

  /** The updates of the current run; 0 where they are not known. */
  final long runSteps() {
    return runEnd == UNKNOWN ? 0 : runEnd - runStart;
  }

  /** The updates of an epoch; 0 where they are not known. */
  final long epochSteps() {
    return epochs.steps();
  }

  /** The updates that are left of the current run; 0 where they are not known. */
  final long stepsLeft() {
    return runEnd == UNKNOWN ? 0 : Math.max(0, runEnd - stepCount);
  }
}
