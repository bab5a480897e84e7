package dev.brisk.benchmarks.mllib;

import dev.brisk.runtime.DoubleTrainer;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.Fit;
import dev.brisk.spark.Shards;
import dev.brisk.spark.SparkTraining;

/**
 * One fit of a training by Brisk.
 *
 * @param localSteps that a shard does before states are averaged; 0 for synchronous updates
 * @param rate from which the model's schedule starts
 * @param options epochs, batch and order
 */
record Stage(int localSteps, double rate, Fit options) {
  /** Batches of everything, for which the order does not matter. */
  static Stage synchronous(int epochs, int examples, double rate) {
    return new Stage(0, rate, Fit.epochs(epochs).batchSize(examples).shuffle(false));
  }

  /** Shards meet once an epoch. */
  static Stage local(int epochs, int batch, double rate) {
    return new Stage(Integer.MAX_VALUE, rate, Fit.epochs(epochs).batchSize(batch));
  }

  /** So does a shard that has the data several times, one time after the other. */
  static Stage passes(int epochs, int examples, double rate) {
    return new Stage(
        Integer.MAX_VALUE, rate, Fit.epochs(epochs).batchSize(examples).shuffle(false));
  }

  <T extends DoubleTrainer<E>, E extends Examples<E>> void fit(
      SparkTraining<T, E> training, T trainer, Shards<E> shards) {
    trainer.baseLearningRate(rate);
    SparkTraining<T, E> inMode = localSteps == 0 ? training : training.localSteps(localSteps);
    inMode.fit(trainer, shards, options);
  }
}
