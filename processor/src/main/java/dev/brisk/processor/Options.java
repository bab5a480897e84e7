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
 * @param explain {@code brisk.explain}: whether the compiler prints what each trainer does; it is
 *     set without a value, or to {@code true}
 */
record Options(Severity lint, boolean explain) {
  private static final String LINT = "brisk.lint";
  private static final String EXPLAIN = "brisk.explain";

  /** The names of all options, for javac to know that they mean something. */
  static final Set<String> NAMES = Set.of(LINT, EXPLAIN);

  /** Nothing set. */
  static final Options NONE = new Options(Severity.WARNING, false);

  /** The options that are set; what is wrong with one is reported, and it counts as not set. */
  static Options of(Map<String, String> set, Diagnostics diagnostics) {
    return new Options(lint(set, diagnostics), explain(set, diagnostics));
  }

  private static Severity lint(Map<String, String> set, Diagnostics diagnostics) {
    // An option without a value, -Abrisk.lint, is there with null.
    String lint = set.containsKey(LINT) ? String.valueOf(set.get(LINT)) : word(Severity.WARNING);
    for (Severity severity : Severity.values()) {
      if (lint.equals(word(severity))) {
        return severity;
      }
    }
    diagnostics.add(
        Problem.OPTION_VALUE_UNKNOWN,
        Place.NOWHERE,
        LINT,
        lint,
        "It says what becomes of Brisk's warnings, `warning` or `error`",
        "=error to have no trainer written where there is one");
    return NONE.lint();
  }

  private static boolean explain(Map<String, String> set, Diagnostics diagnostics) {
    String value = set.containsKey(EXPLAIN) ? set.get(EXPLAIN) : "false";
    if (value == null || value.equals("true") || value.equals("false")) {
      return !"false".equals(value);
    }
    diagnostics.add(
        Problem.OPTION_VALUE_UNKNOWN,
        Place.NOWHERE,
        EXPLAIN,
        value,
        "It says whether the plan of each trainer is printed, and needs no value",
        " to have it printed");
    return NONE.explain();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
