package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Set;

/** A learning rate is scaled by the rule of its algorithm, and rises to a large one. */
final class BatchScalingRule implements Rule {
  /** Decays whose own first part is a rise. */
  private static final Set<String> RISING = Set.of("ONE_CYCLE", "CYCLIC", "LINEAR");

  /** From here on a rate is to rise, as it does in Goyal et al. (2017). */
  private static final double LARGE = 8;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    model.scaling().ifPresent(scaling -> check(scaling, model, diagnostics));
  }

  private static void check(Declaration scaling, ModelSource model, Diagnostics diagnostics) {
    String algorithm = model.optimizer().choice("value");
    RateScale scale = RateScale.of(model);
    boolean isLinear = scaling.choice("rule").equals("LINEAR");
    boolean followsRoot = Adams.include(algorithm) || algorithm.equals("LAMB");
    if (isLinear && followsRoot && !scale.isSlight()) {
      diagnostics.add(Problem.LINEAR_SCALING_OF_ADAM, scaling.place("rule"), algorithm);
    }
    if (scale.factor() >= LARGE && !rises(model)) {
      diagnostics.add(
          Problem.SCALING_WITHOUT_WARMUP,
          scaling.place("baseBatchSize"),
          Figures.brief(scale.factor()),
          Figures.count(scale.examples()),
          Figures.count(scale.base()),
          warmup(model));
    }
  }

  private static boolean rises(ModelSource model) {
    return model.warmup().isPresent()
        || model.schedules().stream()
            .limit(1)
            .anyMatch(schedule -> RISING.contains(schedule.choice("value")));
  }

  private static String warmup(ModelSource model) {
    return RunLength.of(model)
        .map(run -> run.steps() / 20)
        .filter(steps -> steps > 0)
        .map(steps -> "for example @Warmup(steps = " + steps + "), a twentieth of the run")
        .orElse("a @Warmup of some epochs");
  }
}
