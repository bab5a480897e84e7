package dev.brisk.processor.read.body;

import dev.brisk.processor.diagnostic.Diagnostic;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import java.util.Optional;

/** Ends the reading of one statement that cannot be compiled. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Diagnostic> diagnostic;

  private Refusal(Optional<Diagnostic> diagnostic) {
    super(null, null, false, false);
    this.diagnostic = diagnostic;
  }

  static Refusal because(Problem problem, Place place, Object... figures) {
    return new Refusal(Optional.of(Diagnostic.of(problem, place, figures)));
  }

  /** For what javac itself will report, and what follows from an earlier refusal. */
  static Refusal silent() {
    return new Refusal(Optional.empty());
  }

  /** What to tell the user. */
  Optional<Diagnostic> diagnostic() {
    return diagnostic;
  }
}
