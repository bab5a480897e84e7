package dev.brisk.runtime;

/**
 * Something that is wrong with a training, as a {@link Monitor} found it.
 *
 * @param id what it is, in words with hyphens: a section of {@code docs/findings.md}
 * @param step the update at which it was first seen, counted from 0
 * @param evidence what was measured, in numbers
 * @param remedy what to write instead, an annotation where there is one for it
 */
public record Finding(String id, Severity severity, long step, String evidence, String remedy) {
  /** How bad it is. */
  public enum Severity {
    /** The training goes on, and will come to less than it could. */
    WARNING,
    /** The training has failed, or is about to. */
    ERROR
  }

  /** In one line: {@code brisk[too-slow]: step 200: ...}. */
  @Override
  public String toString() {
    return "brisk[" + id + "]: step " + step + ": " + evidence + " " + remedy;
  }
}
