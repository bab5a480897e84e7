package dev.brisk.processor.validate.body;

import dev.brisk.processor.diagnostic.Diagnostics;

/** One thing that a method of a model should not do. */
interface BodyRule {
  /** Adds a warning for each place where the program breaks the rule. */
  void check(Definitions program, Diagnostics diagnostics);
}
