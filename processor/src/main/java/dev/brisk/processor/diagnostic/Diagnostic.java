package dev.brisk.processor.diagnostic;

/**
 * One problem that a model has.
 *
 * @param message the whole text that the user reads, {@code brisk[id]: ...}
 */
public record Diagnostic(Problem problem, Place place, String message) {
  /** A problem with the figures that its message speaks of, in the order of its form. */
  public static Diagnostic of(Problem problem, Place place, Object... figures) {
    return new Diagnostic(problem, place, problem.message(figures));
  }

  /** Whether the model cannot be compiled. */
  public boolean isError() {
    return problem.severity() == Severity.ERROR;
  }
}
