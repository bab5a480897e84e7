package dev.brisk.report.run;

/**
 * A part of a run in which the learning rate does one thing.
 *
 * @param kind what it does
 * @param from the update with which it begins, counted from 0
 * @param to the update with which the next one begins, or the last of the run; above {@code from}
 * @param fromRate the rate of its first update
 * @param toRate that of its last
 */
public record Phase(Kind kind, double from, double to, double fromRate, double toRate) {
  /** What a learning rate does. */
  public enum Kind {
    /** It rises with the first update of the run. */
    WARM_UP("warm-up"),
    /** It stays what it is. */
    STABLE("stable"),
    /** It falls, gradually or in stairs. */
    DECAY("decay"),
    /** It stays what it is after it was cut at once, as by a plateau or a step. */
    CUT("cut"),
    /** It rises again. */
    RISE("rise"),
    /** It rises and falls more often than is told one by one. */
    CYCLES("cycles");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** In words, as it is called in a picture. */
    public String words() {
      return words;
    }
  }
}
