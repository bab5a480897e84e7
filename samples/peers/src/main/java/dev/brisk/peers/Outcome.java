package dev.brisk.peers;

/**
 * What one process measured, and the line on which it says so.
 *
 * @param rate examples, parameters or processes a second
 * @param processors how many were busy, on the average, while it was measured
 */
record Outcome(double rate, double processors, Quality quality) {
  /** The line that a process prints when its first epoch is over. */
  static final String TRAINED = "trained";

  private static final String OUTCOME = "outcome";

  String line() {
    return String.join(
        " ",
        OUTCOME,
        Double.toString(rate),
        Double.toString(processors),
        Double.toString(quality.loss()),
        Double.toString(quality.accuracy()));
  }

  static boolean isIn(String line) {
    return line.startsWith(OUTCOME + " ");
  }

  static Outcome of(String line) {
    String[] parts = line.split(" ");
    return new Outcome(
        Double.parseDouble(parts[1]),
        Double.parseDouble(parts[2]),
        new Quality(Double.parseDouble(parts[3]), Double.parseDouble(parts[4])));
  }
}
