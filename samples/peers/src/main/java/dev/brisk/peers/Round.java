package dev.brisk.peers;

import java.util.Map;

/**
 * A row, measured once.
 *
 * @param outcomes by the names of the contenders, in their order
 */
record Round(Map<String, Outcome> outcomes) {
  boolean has(String contender) {
    return outcomes.containsKey(contender);
  }

  /** How many times as fast the one was as the other. */
  double ratio(String one, String other) {
    return outcomes.get(one).rate() / outcomes.get(other).rate();
  }
}
