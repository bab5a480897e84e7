package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.List;

/** The decay of a running mean is a share in [0, 1). */
final class BetaRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    for (String attribute : List.of("beta1", "beta2", "alpha", "rho")) {
      double beta = optimizer.number(attribute);
      if (algorithm.judges(optimizer, attribute) && !(beta >= 0 && beta < 1)) {
        diagnostics.add(
            Problem.BETA_OUT_OF_RANGE,
            optimizer.place(attribute),
            attribute,
            Figures.number(beta),
            Figures.number(algorithm.standard(attribute)));
      }
    }
  }
}
