package dev.brisk.tune;

import dev.brisk.runtime.BatchUpdates.Batch;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import java.util.Arrays;
import java.util.List;

/**
 * Does the steps of a {@link LearningRateFinder} for one trainer, wherever the examples are. Each
 * is to be a function of the trainer's state and the batch alone.
 */
public interface FinderSteps {
  /** The number of all examples, at least 1. */
  int size();

  /**
   * One update of the trainer at its {@link dev.brisk.runtime.Trainer#learningRate()}, which is
   * that of the step, by the gradient of the mean loss of a batch.
   *
   * @param batch shuffled; its seed is one of the finder's, and its epoch is counted from 0
   * @return that mean, before the update
   * @throws NonFiniteLossException if it is infinite or NaN: there the run ends
   * @throws NonFiniteGradientException if the gradient is, likewise
   */
  double update(Batch batch);

  /**
   * The mean losses of batches, each as {@link #update} gives it, by the parameters as they are;
   * NaN from the first on that is not finite. It is called while the rate is 0, and whatever else
   * it does to the trainer is taken back: without an implementation of its own it updates by one
   * batch after the other.
   */
  default double[] losses(List<Batch> batches) {
    double[] losses = new double[batches.size()];
    Arrays.fill(losses, Double.NaN);
    try {
      for (int i = 0; i < losses.length; i++) {
        losses[i] = update(batches.get(i));
      }
    } catch (NonFiniteLossException | NonFiniteGradientException e) {
      return losses; // What is left of them is NaN.
    }
    return losses;
  }
}
