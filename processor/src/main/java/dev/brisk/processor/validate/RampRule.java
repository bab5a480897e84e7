package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A rise that starts from a share of the rate has one to start from. */
final class RampRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.warmup().ifPresent(warmup -> check(warmup, diagnostics));
  }

  private static void check(Declaration warmup, Diagnostics diagnostics) {
    String ramp = warmup.choice("ramp");
    boolean needsFactor = ramp.equals("CONSTANT") || ramp.equals("EXPONENTIAL");
    if (needsFactor && warmup.number("startFactor") == 0) {
      diagnostics.add(
          Problem.RAMP_WITHOUT_START_FACTOR,
          warmup.place(warmup.isWritten("startFactor") ? "startFactor" : "ramp"),
          ramp,
          ramp.equals("CONSTANT")
              ? "It holds that share of the rate, and none of its updates would change anything"
              : "It rises by the same factor at every step, and no factor leads away from 0");
    }
  }
}
