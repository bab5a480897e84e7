package dev.brisk.tune;

import dev.brisk.runtime.NonFiniteGradientException;
import dev.brisk.runtime.NonFiniteLossException;

/** What ends training at a rate that is too high: an outcome here, not an error. */
final class Divergence {
  private Divergence() {}

  /** Trains, and says why that ended early; nothing if it did not. */
  static String of(Runnable training) {
    try {
      training.run();
      return "";
    } catch (NonFiniteLossException e) {
      return "the loss of step " + e.step() + " is " + e.loss();
    } catch (NonFiniteGradientException e) {
      return "the gradient of " + e.parameter() + " is not finite in step " + e.step();
    }
  }
}
