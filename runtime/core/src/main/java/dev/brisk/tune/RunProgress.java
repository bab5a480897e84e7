package dev.brisk.tune;

import dev.brisk.runtime.RunPlan;
import java.io.Serializable;

/**
 * How far a {@link SearchRun} has come, for the search to rank it by. It can be sent to another
 * process; not a record, as not every serializer can make those.
 */
public final class RunProgress implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int plannedEpochs;
  private final int batchSize;
  private final String annotations;
  private final int epochs;
  private final double value;
  private final String divergence;

  /**
   * @param plan what came of options and declaration
   * @param annotations what to write on the model to train so
   * @param epochs that are complete
   * @param value the objective after the last of them; NaN before the first, or if it diverged
   * @param divergence why there is no finite value; empty if there is one
   */
  RunProgress(RunPlan plan, String annotations, int epochs, double value, String divergence) {
    this.plannedEpochs = plan.epochs();
    this.batchSize = plan.batchSize();
    this.annotations = annotations;
    this.epochs = epochs;
    this.value = value;
    this.divergence = divergence;
  }

  /** The epochs of the whole run. */
  int plannedEpochs() {
    return plannedEpochs;
  }

  int batchSize() {
    return batchSize;
  }

  String annotations() {
    return annotations;
  }

  int epochs() {
    return epochs;
  }

  double value() {
    return value;
  }

  String divergence() {
    return divergence;
  }

  boolean hasDiverged() {
    return !divergence.isEmpty();
  }
}
