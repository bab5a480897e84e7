package dev.brisk.processor.diagnostic;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Collects the problems of one model, so that all of them are reported at once. What is found twice
 * at one place, as in a helper method that is called twice, is one problem.
 */
public final class Diagnostics {
  private final Severity ofWarnings;
  private final BiPredicate<Problem, Place> isSilenced;
  private final Set<Diagnostic> all = new LinkedHashSet<>();

  /** Takes every problem as it is. */
  public Diagnostics() {
    this(Severity.WARNING, (problem, place) -> false);
  }

  /**
   * @param ofWarnings what becomes of a warning
   * @param isSilenced whether a warning at that place is to be dropped; errors are not asked about
   */
  public Diagnostics(Severity ofWarnings, BiPredicate<Problem, Place> isSilenced) {
    this.ofWarnings = ofWarnings;
    this.isSilenced = isSilenced;
  }

  /** Adds a problem with the figures of its message. */
  public void add(Problem problem, Place place, Object... figures) {
    add(Diagnostic.of(problem, place, figures));
  }

  /** Adds a problem; once, however often the same source is read. */
  public void add(Diagnostic diagnostic) {
    boolean isWarning = !diagnostic.isError();
    if (isWarning && isSilenced.test(diagnostic.problem(), diagnostic.place())) {
      return;
    }
    Diagnostic told = isWarning ? diagnostic.as(ofWarnings) : diagnostic;
    if (!all.contains(told)) {
      all.add(told);
    }
  }

  /** Whether one of them forbids to go on. */
  public boolean hasErrors() {
    return all.stream().anyMatch(Diagnostic::isError);
  }

  /** All problems in the order in which they were found. */
  public List<Diagnostic> all() {
    return List.copyOf(all);
  }
}
