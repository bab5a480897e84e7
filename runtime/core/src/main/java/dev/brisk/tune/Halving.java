package dev.brisk.tune;

import java.util.ArrayList;
import java.util.List;

/**
 * After how many epochs candidates are compared, and how many go on.
 *
 * @param eta of so many candidates one goes on; 1 if all are trained to the end
 * @param firstEpochs the fewest epochs before any is stopped
 */
record Halving(int eta, int firstEpochs) {
  static final Halving NONE = new Halving(1, 1);

  /**
   * The epochs after which to compare, the last one of the run at the end. With {@code s} the
   * largest whole number for which {@code eta^s} is at most the number of candidates, and {@code
   * epochs / eta^s} at least the fewest epochs, they are {@code epochs / eta^s, ..., epochs / eta,
   * epochs}, rounded.
   */
  List<Integer> rungs(int candidates, int epochs) {
    List<Integer> rungs = new ArrayList<>();
    rungs.add(epochs);
    long power = eta;
    while (eta > 1 && power <= candidates && epochs >= power * firstEpochs) {
      rungs.add(0, Math.toIntExact(Math.round((double) epochs / power)));
      power *= eta;
    }
    return rungs;
  }

  /** How many of the candidates that were trained up to a rung go on. */
  int survivors(int candidates) {
    return Math.max(1, candidates / eta);
  }
}
