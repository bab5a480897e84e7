package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A warm-up begins at a share of the rate in [0, 1). */
final class StartFactorRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.warmup().ifPresent(warmup -> check(warmup, diagnostics));
  }

  private static void check(Declaration warmup, Diagnostics diagnostics) {
    double factor = warmup.number("startFactor");
    if (warmup.isWritten("startFactor") && !(factor >= 0 && factor < 1)) {
      diagnostics.add(
          Problem.START_FACTOR_OUT_OF_RANGE,
          warmup.place("startFactor"),
          Figures.number(factor),
          factor == 1 ? "0.1 or another share, or remove @Warmup" : "0.1 or another share");
    }
  }
}
