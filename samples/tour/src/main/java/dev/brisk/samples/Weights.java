package dev.brisk.samples;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.ParameterLayout;

/** What a model has learnt, as one array. */
final class Weights {
  private Weights() {}

  /** A copy of all parameters, in the order of their declaration. */
  static double[] of(DoubleTrainer<?> trainer) {
    double[] weights = new double[ParameterLayout.count(trainer.layout())];
    trainer.parameters(weights);
    return weights;
  }
}
