package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A learning rate is finite and positive. */
final class LearningRateRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    double rate = optimizer.number("learningRate");
    if (optimizer.isWritten("learningRate") && !isRate(rate)) {
      AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
      diagnostics.add(
          Problem.LEARNING_RATE_NOT_POSITIVE,
          optimizer.place("learningRate"),
          Figures.number(rate),
          Figures.number(algorithm.standard("learningRate")),
          algorithm.name());
    }
  }

  /** Whether the loss can fall at that rate at all. */
  static boolean isRate(double rate) {
    return rate > 0 && Double.isFinite(rate);
  }
}
