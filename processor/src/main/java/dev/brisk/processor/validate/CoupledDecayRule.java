package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** Weight decay with Adam is the decoupled one. */
final class CoupledDecayRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    boolean isAdam = AlgorithmAttributes.of(model).name().equals("ADAM");
    double decay = optimizer.number("weightDecay");
    if (isAdam && decay > 0 && Double.isFinite(decay)) {
      diagnostics.add(Problem.WEIGHT_DECAY_COUPLED, optimizer.place("weightDecay"));
    }
  }
}
