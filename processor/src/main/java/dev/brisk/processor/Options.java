package dev.brisk.processor;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Place;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.diagnostic.Severity;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the user sets with {@code -Abrisk.<option>=<value>}.
 *
 * @param lint {@code brisk.lint}: what becomes of warnings, {@code warning} unless it is set
 * @param explain {@code brisk.explain}: whether the compiler prints what each trainer does; it is
 *     set without a value, or to {@code true}
 * @param preview {@code brisk.preview}: the folder for a picture of each trainer's learning rate;
 *     there is none unless it is set. A relative one is in the compiler's working directory, which
 *     build tools choose as they like. These files are written beside what the compiler knows of:
 *     an incremental build writes those of the models that it compiles, restores none from a cache,
 *     and removes none.
 */
record Options(Severity lint, boolean explain, Optional<String> preview) {
  private static final String LINT = "brisk.lint";
  private static final String EXPLAIN = "brisk.explain";
  private static final String PREVIEW = "brisk.preview";

  /** The names of all options, for javac to know that they mean something. */
  static final Set<String> NAMES = Set.of(LINT, EXPLAIN, PREVIEW);

  /** Nothing set. */
  static final Options NONE = new Options(Severity.WARNING, false, Optional.empty());

  /** The options that are set; what is wrong with one is reported, and it counts as not set. */
  static Options of(Map<String, String> set, Diagnostics diagnostics) {
    return new Options(
        lint(set, diagnostics), explain(set, diagnostics), preview(set, diagnostics));
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

  private static Optional<String> preview(Map<String, String> set, Diagnostics diagnostics) {
    String folder = String.valueOf(set.get(PREVIEW));
    if (!set.containsKey(PREVIEW) || set.get(PREVIEW) != null && !folder.isBlank()) {
      return Optional.ofNullable(set.get(PREVIEW));
    }
    diagnostics.add(
        Problem.OPTION_VALUE_UNKNOWN,
        Place.NOWHERE,
        PREVIEW,
        folder,
        "It names the folder for pictures of learning rates",
        "=target/preview to have them there");
    return NONE.preview();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
