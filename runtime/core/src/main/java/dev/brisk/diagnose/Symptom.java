package dev.brisk.diagnose;

import dev.brisk.runtime.Finding;
import dev.brisk.runtime.Finding.Severity;
import java.util.Locale;

/** What a {@link TrainingMonitor} knows; each has a section in {@code docs/findings.md}. */
public enum Symptom {
  /** The loss of an update is infinite or NaN. */
  NON_FINITE_LOSS(Severity.ERROR),

  /** The loss of an update is finite, and its gradient is not. */
  NON_FINITE_GRADIENT(Severity.ERROR),

  /** The loss grows, or has leapt far above what it was at first. */
  DIVERGING(Severity.ERROR),

  /** The loss falls below zero and on, faster and faster: most often its sign is wrong. */
  UNBOUNDED_LOSS(Severity.ERROR),

  /** A single gradient, far longer than others, has thrown the parameters away. */
  EXPLODING_GRADIENT(Severity.ERROR),

  /** Updates leap from one side of a valley to the other, and the loss does not fall. */
  OSCILLATING(Severity.WARNING),

  /** Updates are large beside the weights, and the loss has risen. */
  UPDATES_TOO_LARGE(Severity.WARNING),

  /** The loss hardly falls, and by updates so small it cannot. */
  TOO_SLOW(Severity.WARNING),

  /** The loss hardly falls, and by updates of that size it should have. */
  NO_PROGRESS(Severity.WARNING),

  /** Most elements stay as they are, as an update is less than the distance of two numbers. */
  UPDATES_BELOW_ULP(Severity.WARNING),

  /** The weights go to zero, and the loss does not fall. */
  VANISHING_WEIGHTS(Severity.WARNING),

  /** Most units of a layer are zero for every example, so that they do not learn. */
  DEAD_RELUS(Severity.WARNING),

  /** Nearly every gradient is cut to a small part of itself. */
  MOSTLY_CLIPPED(Severity.WARNING),

  /** What was learnt of some examples is forgotten over the next ones, again and again. */
  UNSHUFFLED(Severity.WARNING);

  private final Severity severity;

  Symptom(Severity severity) {
    this.severity = severity;
  }

  /** Its id in findings, {@code too-slow} of {@link #TOO_SLOW}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Severity severity() {
    return severity;
  }

  /** What was found of it in the update that is being done. */
  Finding found(Course course, String evidence, String remedy) {
    return new Finding(id(), severity, course.trainer().stepCount(), evidence, remedy);
  }
}
