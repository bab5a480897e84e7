package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** Weight decay is finite and pulls towards 0, not away from it. */
final class WeightDecayRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    double decay = optimizer.number("weightDecay");
    if (AlgorithmAttributes.of(model).judges(optimizer, "weightDecay")
        && !(decay >= 0 && Double.isFinite(decay))) {
      diagnostics.add(
          Problem.WEIGHT_DECAY_NEGATIVE,
          optimizer.place("weightDecay"),
          Figures.number(decay),
          Double.isFinite(decay)
              ? "Write weightDecay = " + Figures.number(-decay) + ", or remove it"
              : "Write for example weightDecay = 0.0001, or remove it");
    }
  }
}
