package dev.brisk.tune;

import dev.brisk.runtime.BatchUpdates.Batch;
import dev.brisk.runtime.Examples;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.Trial;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Training over some batches that is taken back.
 *
 * @param steps of that trainer
 * @param size of a batch
 * @param seed of their order
 * @param held whose loss is looked at in place of that of the batches, if there are any
 */
record ShortRun<E extends Examples<E>>(
    Trainer<E> trainer, FinderSteps steps, int size, long seed, @Nullable E held) {

  /** An update with each of the rates, as far as the loss allows, after as many without any. */
  Sweep sweep(double[] rates, StopRule stop, double factor) {
    try (Trial<E> trial = trainer.trial()) {
      List<Batch> batches = Batches.of(rates.length, steps.size(), size, seed);
      double[] untrained = untrained(trial, batches);
      trial.reset();
      Brake brake = new Brake(stop, factor, Arrays.stream(untrained).average().orElse(Double.NaN));
      double[] losses = new double[untrained.length];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = loss(trial, batches.get(i), rates[i]);
        if (!Double.isFinite(losses[i])) {
          return new Sweep(Arrays.copyOf(losses, i), Arrays.copyOf(untrained, i), true);
        }
        if (brake.stops(losses[i], untrained[i])) {
          return new Sweep(Arrays.copyOf(losses, i + 1), Arrays.copyOf(untrained, i + 1), true);
        }
      }
      return new Sweep(losses, untrained, losses.length < rates.length);
    }
  }

  /** What the steps cost without training, as far as that is finite. */
  private double[] untrained(Trial<E> trial, List<Batch> batches) {
    double[] losses = new double[batches.size()];
    if (held != null) {
      Arrays.fill(losses, trainer.loss(held));
    } else {
      losses = trial.atRate(0, () -> steps.losses(batches));
    }
    return Arrays.stream(losses).takeWhile(Double::isFinite).toArray();
  }

  /** The loss of a step; NaN if it, or its gradient, is not finite. */
  private double loss(Trial<E> trial, Batch batch, double rate) {
    try {
      double loss = trial.atRate(rate, () -> steps.update(batch));
      return held == null ? loss : trainer.loss(held);
    } catch (NonFiniteLossException | NonFiniteGradientException e) {
      return Double.NaN;
    }
  }
}
