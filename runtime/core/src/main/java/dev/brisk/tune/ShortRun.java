package dev.brisk.tune;

import dev.brisk.runtime.Examples;
import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;
import dev.brisk.runtime.Trainer;
import dev.brisk.runtime.Trial;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Training over some batches that is taken back.
 *
 * @param held whose loss is looked at in place of that of the batches, if there are any
 */
record ShortRun<E extends Examples<E>>(Trainer<E> trainer, Batches<E> batches, @Nullable E held) {

  /** An update with each of the rates, as far as the loss allows, after as many without any. */
  Sweep sweep(double[] rates, StopRule stop, double factor) {
    try (Trial<E> trial = trainer.trial()) {
      double[] untrained = untrained(trial, rates.length);
      trial.reset();
      batches.rewind();
      Brake brake = new Brake(stop, factor, Arrays.stream(untrained).average().orElse(Double.NaN));
      double[] losses = new double[untrained.length];
      for (int i = 0; i < losses.length; i++) {
        losses[i] = loss(trial, rates[i]);
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
  private double[] untrained(Trial<E> trial, int steps) {
    double[] losses = new double[steps];
    if (held != null) {
      Arrays.fill(losses, trainer.loss(held));
      return Double.isFinite(losses[0]) ? losses : new double[0];
    }
    for (int i = 0; i < steps; i++) {
      losses[i] = loss(trial, 0);
      if (!Double.isFinite(losses[i])) {
        return Arrays.copyOf(losses, i);
      }
    }
    return losses;
  }

  /** The loss of a step; NaN if it, or its gradient, is not finite. */
  private double loss(Trial<E> trial, double rate) {
    try {
      double loss = batches.train(trial, rate);
      return held == null ? loss : trainer.loss(held);
    } catch (NonFiniteLossException | NonFiniteGradientException e) {
      return Double.NaN;
    }
  }
}
