package dev.brisk.processor.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Collects the problems of one model, so that all of them are reported at once. */
public final class Diagnostics {
  private final List<Diagnostic> all = new ArrayList<>();

  /** Adds a problem with the figures of its message. */
  public void add(Problem problem, Place place, Object... figures) {
    add(Diagnostic.of(problem, place, figures));
  }

  /** Adds a problem; once, however often the same source is read. */
  public void add(Diagnostic diagnostic) {
    if (!all.contains(diagnostic)) {
      all.add(diagnostic);
    }
  }

  /** Whether one of them forbids to go on. */
  public boolean hasErrors() {
    return all.stream().anyMatch(Diagnostic::isError);
  }

  /** All problems in the order in which they were found. */
  public List<Diagnostic> all() {
    return Collections.unmodifiableList(all);
  }
}
