package dev.brisk.runtime;

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
  private double baseLearningRate;
  private long stepCount;
  private long runStart;
  private long runEnd;

  /**
   * @param learningRate the annotated learning rate
   * @param seed of the order in which examples are drawn
   * @param declared the run that {@link dev.brisk.Training} declares
   */
  protected GeneratedTrainer(double learningRate, long seed, RunPlan declared) {
    this.baseLearningRate = learningRate;
    this.fitLoop = new FitLoop<>(seed, declared);
    this.runEnd = declared.isComplete() ? declared.steps() : UNKNOWN;
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
  }

  @Override
  public final TrainingReport fit(E examples, Fit options) {
    return fitLoop.run(this, examples, options);
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

  /** Begins a run of the given number of updates at the current step. */
  final void beginRun(long steps) {
    runStart = stepCount;
    runEnd = stepCount + steps;
  }
}
