package dev.brisk.runtime;

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
  private static final long UNKNOWN = -1;

  private final FitLoop<E> fitLoop;
  private final double annotatedRate;
  private @Nullable BatchScale scale;
  private double baseLearningRate;
  private long stepCount;
  private long runStart;
  private long runEnd;
  private boolean holdsAverage;
  private boolean isEvaluating;

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
    this.scale = scale;
    this.baseLearningRate = scaled(learningRate, scale, declared);
    this.fitLoop = new FitLoop<>(seed, declared);
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
   * Refuses a model whose arrays do not have the lengths they had when the trainer was made.
   *
   * @throws IllegalArgumentException naming the parameter and both lengths
   */
  protected void checkParameters() {
    // A model of scalars has no arrays.
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
    return scheduledRate(baseLearningRate, stepCount);
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
    if (!(learningRate >= 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "learningRate is " + learningRate + ", expected a finite value of at least 0");
    }
    baseLearningRate = learningRate;
    scale = null;
  }

  @Override
  public final TrainingReport fit(E examples, Fit options) {
    requireTrainedWeights();
    return fitLoop.run(this, examples, options);
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

  /** Counts an update that was done. */
  protected final void countStep() {
    stepCount++;
  }

  /** The loss of the next update, if it is finite. */
  protected final double finite(double loss) {
    if (!Double.isFinite(loss)) {
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

  /** Begins a complete run at the current step. */
  final void beginRun(RunPlan plan) {
    runStart = stepCount;
    runEnd = stepCount + plan.steps();
    if (scale != null) {
      baseLearningRate = scaled(annotatedRate, scale, plan);
    }
  }
}
