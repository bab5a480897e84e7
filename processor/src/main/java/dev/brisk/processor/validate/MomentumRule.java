package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** Momentum is a share in [0, 1), dampening one in [0, 1]. */
final class MomentumRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    double momentum = optimizer.number("momentum");
    if (algorithm.judges(optimizer, "momentum") && !(momentum >= 0 && momentum < 1)) {
      diagnostics.add(
          Problem.MOMENTUM_OUT_OF_RANGE,
          optimizer.place("momentum"),
          Figures.number(momentum),
          "momentum = 0.9");
    }
    double dampening = optimizer.number("dampening");
    if (algorithm.judges(optimizer, "dampening") && !(dampening >= 0 && dampening <= 1)) {
      diagnostics.add(
          Problem.DAMPENING_OUT_OF_RANGE,
          optimizer.place("dampening"),
          Figures.number(dampening),
          "Remove it, as most do, or write dampening = 0.1");
    }
  }
}
