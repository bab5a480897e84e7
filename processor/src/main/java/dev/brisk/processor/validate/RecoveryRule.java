package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** What is done on divergence cuts the rate, at least once, and when the loss has grown. */
final class RecoveryRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.recovery().ifPresent(recovery -> check(recovery, diagnostics));
  }

  private static void check(Declaration recovery, Diagnostics diagnostics) {
    double factor = recovery.number("factor");
    if (!(factor > 0 && factor < 1)) {
      diagnostics.add(
          Problem.RECOVERY_FACTOR_OUT_OF_RANGE,
          recovery.place("factor"),
          Figures.number(factor),
          factor > 1 && Double.isFinite(factor)
              ? Figures.rounded(1 / factor) + ", which divides by it"
              : "0.1, the default");
    }
    long retries = recovery.whole("maxRetries");
    if (retries < 1) {
      diagnostics.add(
          Problem.RETRIES_NOT_POSITIVE, recovery.place("maxRetries"), Figures.count(retries));
    }
    double explosion = recovery.number("explosion");
    if (!(explosion > 1)) {
      diagnostics.add(
          Problem.EXPLOSION_NOT_ABOVE_ONE, recovery.place("explosion"), Figures.number(explosion));
    }
  }
}
