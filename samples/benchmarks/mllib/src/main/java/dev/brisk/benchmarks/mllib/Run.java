package dev.brisk.benchmarks.mllib;

import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * A training that was measured.
 *
 * @param milliseconds by the clock, from the call of fit to its return
 * @param loss over all data, of what came out
 */
record Run(double milliseconds, double loss) {
  /**
   * @param loss of what the training gives; it is not a part of the time
   */
  static <M> Run of(Supplier<M> training, ToDoubleFunction<M> loss) {
    long start = System.nanoTime();
    M trained = training.get();
    double milliseconds = (System.nanoTime() - start) / 1e6;
    return new Run(milliseconds, loss.applyAsDouble(trained));
  }
}
