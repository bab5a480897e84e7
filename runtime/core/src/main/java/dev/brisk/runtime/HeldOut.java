package dev.brisk.runtime;

import java.util.Map;

/**
 * What is held out of a run where it is not in this process: computes what {@link Trainer#loss} and
 * {@link Trainer#metrics} give for examples, by the parameters that the trainer has when it is
 * asked.
 */
public interface HeldOut {
  /** The mean loss. */
  double loss();

  /** The means of all metrics by the names of their methods, in source order. */
  Map<String, Double> metrics();
}
