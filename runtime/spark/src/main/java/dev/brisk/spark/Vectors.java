package dev.brisk.spark;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.FloatTrainer;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Trainer;
import java.io.Serializable;
import java.util.List;

/**
 * The parameters of a trainer and gradients by them, each as one array of its own precision, in
 * which they are sent.
 */
sealed interface Vectors<E extends Examples<E>> permits DoubleVectors, FloatVectors {
  /** Those of that trainer. */
  static <E extends Examples<E>> Vectors<E> of(Trainer<E> trainer) {
    if (trainer instanceof DoubleTrainer<E> doubles) {
      return new DoubleVectors<>(doubles);
    }
    if (trainer instanceof FloatTrainer<E> floats) {
      return new FloatVectors<>(floats);
    }
    throw new IllegalArgumentException(
        trainer.getClass().getName()
            + " has parameters of neither precision, expected a generated"
            + " trainer");
  }

  /** The number of all parameters. */
  static int length(Trainer<?> trainer) {
    return ParameterLayout.count(trainer.layout());
  }

  /** A copy of all parameters. */
  Serializable parameters();

  /** Sets all parameters. */
  void setParameters(Serializable values);

  /** Mean loss and gradient of the examples {@code [from, to)}, at least one. */
  Part part(E examples, int from, int to);

  /**
   * One update by the mean gradient of parts, which are added up in their order.
   *
   * @return the mean loss
   */
  double apply(List<Part> parts);
}
