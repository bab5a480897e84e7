package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** LION's rate is smaller than Adam's. */
final class LionRateRule implements Rule {
  private static final double OF_ADAM = 1e-3;

  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    double rate = optimizer.number("learningRate");
    boolean isLion = AlgorithmAttributes.of(model).name().equals("LION");
    if (isLion && rate >= OF_ADAM && Double.isFinite(rate)) {
      diagnostics.add(
          Problem.LION_RATE_HIGH,
          optimizer.place("learningRate"),
          Figures.number(rate),
          Figures.brief(rate / 10));
    }
  }
}
