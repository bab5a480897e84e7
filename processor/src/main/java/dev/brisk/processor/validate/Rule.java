package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.read.ModelSource;

/** One thing that a configuration must or should satisfy. */
interface Rule {
  /** Adds a problem for each place where the model breaks the rule. */
  void check(ModelSource model, Diagnostics diagnostics);
}
