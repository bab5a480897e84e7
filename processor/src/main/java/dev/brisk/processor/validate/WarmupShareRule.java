package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** A warm-up is a small part of the run, unless it is one side of a triangle. */
final class WarmupShareRule implements Rule {
  private static final double LARGEST = 0.2;

  /** One cycle, a rise and a fall along lines, takes up to a half of the run to rise. */
  private static final double LARGEST_OF_A_TRIANGLE = 0.5;

  private static final List<String> LINES = List.of("LINEAR", "POLYNOMIAL");

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    RunRate.of(model)
        .ifPresent(run -> model.warmup().ifPresent(warmup -> check(run, warmup, diagnostics)));
  }

  private static void check(RunRate run, Declaration warmup, Diagnostics diagnostics) {
    double share = (double) warmup.whole("steps") / run.steps();
    boolean isTriangle =
        run.model().schedules().size() == 1
            && LINES.contains(run.lastSchedule().get().choice("value"));
    if (share > (isTriangle ? LARGEST_OF_A_TRIANGLE : LARGEST)) {
      diagnostics.add(
          Problem.WARMUP_LONG,
          warmup.place("steps"),
          Figures.rounded(100 * share),
          Figures.count(warmup.whole("steps")),
          Figures.count(run.steps()),
          Figures.count(run.steps() - warmup.whole("steps"), "step"),
          Math.max(1, run.steps() / 20));
    }
  }
}
