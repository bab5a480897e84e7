package dev.brisk.benchmarks.mllib;

import java.util.List;
import java.util.OptionalInt;

/**
 * A loss to be reached: that of MLlib after a number of iterations.
 *
 * @param iterations that MLlib does at most; empty for its defaults, 100 and a tolerance of 1e-6
 * @param stages by which Brisk comes to that loss, one after the other
 */
record Target(OptionalInt iterations, List<Stage> stages) {
  static Target after(int iterations, Stage... stages) {
    return new Target(OptionalInt.of(iterations), List.of(stages));
  }

  static Target ofDefaults(Stage... stages) {
    return new Target(OptionalInt.empty(), List.of(stages));
  }
}
