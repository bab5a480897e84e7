package dev.brisk.processor;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.diagnostic.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the user sets with {@code -Abrisk.<option>=<value>}.
 *
 * @param lint {@code brisk.lint}: what becomes of warnings, {@code warning} unless it is set
 */
record Options(Severity lint) {
  private static final String LINT = "brisk.lint";

  /** The names of all options, for javac to know that they mean something. */
  static final Set<String> NAMES = Set.of(LINT);

  /** The options that are set; what is wrong with one is reported, and it counts as not set. */
  static Options of(Map<String, String> set, Diagnostics diagnostics) {
    // An option without a value, -Abrisk.lint, is there with null.
    String lint = set.containsKey(LINT) ? String.valueOf(set.get(LINT)) : word(Severity.WARNING);
    for (Severity severity : Severity.values()) {
      if (lint.equals(word(severity))) {
        return new Options(severity);
      }
    }
    diagnostics.add(Problem.OPTION_VALUE_UNKNOWN, Place.NOWHERE, LINT, lint);
    return new Options(Severity.WARNING);
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
