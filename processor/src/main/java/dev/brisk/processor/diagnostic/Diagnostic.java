package dev.brisk.processor.diagnostic;

/**
 * One problem that a model has.
 *
 * @param severity that of the problem, unless warnings are raised to errors
 * @param message the whole text that the user reads, {@code brisk[id]: ...}
 */
public record Diagnostic(Problem problem, Severity severity, Place place, String message) {
  /** A problem with the figures that its message speaks of, in the order of its form. */
  public static Diagnostic of(Problem problem, Place place, Object... figures) {
    return new Diagnostic(problem, problem.severity(), place, problem.message(figures));
  }

  /** Whether the model cannot be compiled. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** The same problem with another severity. */
  Diagnostic as(Severity other) {
    return new Diagnostic(problem, other, place, message);
  }
}
