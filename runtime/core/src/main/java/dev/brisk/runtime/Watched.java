package dev.brisk.runtime;

import java.util.List;

/** What a trainer shows to its {@link Monitor}. */
public interface Watched {
  /** All parameters, in the order of their fields; see {@link Trainer#layout()}. */
  List<ParameterLayout> layout();

  /** Shows every parameter that updates change, with its gradient, always in the same order. */
  void visitGradients(GradientVisitor visitor);

  /** Shows the units of every layer whose batches are computed at once. */
  void visitUnits(UnitVisitor visitor);

  /** The number of updates done so far; during an update that number is its own. */
  long stepCount();

  /** The rate of the update that is about to be done. */
  double learningRate();

  /** The rate that schedules start from. */
  double baseLearningRate();

  /** The steps of the warm-up. */
  long warmupSteps();

  /** The updates of the current run; 0 where they are not known. */
  long runSteps();

  /** The updates of an epoch; 0 where they are not known. */
  long epochSteps();

  /**
   * The annotation with which the rate that schedules start from is this one.
   *
   * @param rate finite and at least 0; it is rounded to two digits
   */
  String annotationFor(double rate);
}
