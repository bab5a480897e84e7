package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;

/** A learning rate is finite and positive, as it is written and as it is scaled. */
final class LearningRateRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    if (!optimizer.isWritten("learningRate")) {
      return;
    }
    double written = optimizer.number("learningRate");
    double scaled = AlgorithmAttributes.learningRate(model);
    if (!isRate(written) || !isRate(scaled)) {
      AlgorithmAttributes algorithm = AlgorithmAttributes.of(model);
      diagnostics.add(
          Problem.LEARNING_RATE_NOT_POSITIVE,
          optimizer.place("learningRate"),
          isRate(written) ? Figures.brief(scaled) + " by @BatchScaling" : Figures.number(written),
          Figures.number(algorithm.standard("learningRate")),
          algorithm.name());
    }
  }

  /** Whether the loss can fall at that rate at all. */
  static boolean isRate(double rate) {
    return rate > 0 && Double.isFinite(rate);
  }
}
