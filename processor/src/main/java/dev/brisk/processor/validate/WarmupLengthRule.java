package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A warm-up is over before the run is. */
final class WarmupLengthRule implements Rule {
  private static final long SHARE_OF_THE_RUN = 10;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    RunLength.of(model)
        .ifPresent(run -> model.warmup().ifPresent(warmup -> check(warmup, run, diagnostics)));
  }

  private static void check(Declaration warmup, RunLength run, Diagnostics diagnostics) {
    long steps = warmup.whole("steps");
    if (steps >= run.steps()) {
      diagnostics.add(
          Problem.WARMUP_LONGER_THAN_RUN,
          warmup.place("steps"),
          Figures.count(steps, "step"),
          run,
          instead(run.steps()));
    }
  }

  private static String instead(long run) {
    return run >= SHARE_OF_THE_RUN
        ? "@Warmup(steps = " + run / SHARE_OF_THE_RUN + "), a tenth of the run"
        : "a longer run, or remove @Warmup";
  }
}
