package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** The factors of RPROP's steps: one shortens a step, the other one lengthens it. */
final class EtaRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
    double minus = optimizer.number("etaMinus");
    if (algorithm.judges(optimizer, "etaMinus") && !(minus > 0 && minus < 1)) {
      report(optimizer, "etaMinus", "turned", "between 0 and 1", algorithm, diagnostics);
    }
    double plus = optimizer.number("etaPlus");
    if (algorithm.judges(optimizer, "etaPlus") && !(plus > 1 && Double.isFinite(plus))) {
      report(optimizer, "etaPlus", "stayed", "finite and above 1", algorithm, diagnostics);
    }
  }

  private static void report(
      Declaration optimizer,
      String attribute,
      String sign,
      String range,
      AlgorithmAttributes algorithm,
      Diagnostics diagnostics) {
    diagnostics.add(
        Problem.ETA_OUT_OF_RANGE,
        optimizer.place(attribute),
        attribute,
        Figures.number(optimizer.number(attribute)),
        sign,
        range,
        Figures.number(algorithm.standard(attribute)));
  }
}
