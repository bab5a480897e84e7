package dev.brisk.runtime;

/**
 * How long a run is to be, as the options of a fit say; 0 stands for what they leave to
 * {@code @Training}.
 *
 * @param steps updates of the run; 0 if it goes by epochs
 * @param isOverride whether it may contradict what is declared
 */
record RunLength(int epochs, int steps, int batchSize, boolean isOverride) {
  private static final int DECLARED = 0;

  /** Examples of one batch where {@code @Training} does not say either. */
  private static final int DEFAULT_BATCH_SIZE = 32;

  static final RunLength DECLARED_ONE = new RunLength(DECLARED, DECLARED, DECLARED, false);

  static RunLength epochs(int epochs) {
    return new RunLength(epochs, DECLARED, DECLARED, false);
  }

  static RunLength steps(int steps) {
    return new RunLength(DECLARED, steps, DECLARED, false);
  }

  RunLength batchSize(int examples) {
    return new RunLength(epochs, steps, examples, isOverride);
  }

  RunLength override() {
    return new RunLength(epochs, steps, batchSize, true);
  }

  /**
   * The run over so many examples that this and the declared run come to.
   *
   * @throws IllegalArgumentException if they contradict each other, or leave the epochs open
   */
  RunPlan over(RunPlan declared, int examples) {
    if (epochs == DECLARED && steps == DECLARED && declared.epochs() == 0) {
      throw new IllegalArgumentException(
          "Fit.asDeclared() needs a number of epochs. Declare @Training(epochs), or say"
              + " Fit.epochs(n)");
    }
    agree("epochs", epochs, declared.epochs());
    agree("batchSize", batchSize, declared.batchSize());
    agree("examples", examples, declared.examples());
    int batch = batchSize == DECLARED ? declared.batchSize() : batchSize;
    RunPlan epoch =
        new RunPlan(1, batch == 0 ? DEFAULT_BATCH_SIZE : batch, examples, declared.accumulate());
    agree("steps", steps, declared.epochs() * epoch.steps());
    return new RunPlan(epochs(declared, epoch), epoch.batchSize(), examples, epoch.accumulate());
  }

  private int epochs(RunPlan declared, RunPlan epoch) {
    if (steps != DECLARED) {
      return (int) ((steps + epoch.steps() - 1) / epoch.steps());
    }
    return epochs == DECLARED ? declared.epochs() : epochs;
  }

  private void agree(String attribute, long chosen, long declared) {
    if (!isOverride && chosen != DECLARED && declared != 0 && chosen != declared) {
      throw new IllegalArgumentException(
          attribute
              + " is "
              + chosen
              + ", @Training declares "
              + declared
              + ". Change one of them, or allow it with Fit.overrideTraining()");
    }
  }

  /** The updates of the run that it came to. */
  long stepsOf(RunPlan plan) {
    return steps == DECLARED ? plan.steps() : steps;
  }
}
