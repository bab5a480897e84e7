package dev.brisk.processor.validate;

import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import java.util.Optional;

/** A learning rate is of the size that is usual for the task, where one is declared. */
final class TaskRule implements Rule {
  @Override
  public void check(ModelSource model, Diagnostics diagnostics) {
    Declaration optimizer = model.optimizer();
    double rate = optimizer.number("learningRate");
    String task = model.trainable().choice("task");
    if (!optimizer.isWritten("learningRate") || !LearningRateRule.isRate(rate)) {
      return;
    }
    String algorithm = AlgorithmAttributes.of(model).name();
    Optional<UsualRates.Range> usual = UsualRates.of(task, algorithm);
    if (usual.isPresent() && !usual.get().contains(rate)) {
      boolean isAbove = rate > usual.get().high();
      diagnostics.add(
          Problem.RATE_UNUSUAL_FOR_TASK,
          optimizer.place("learningRate"),
          Figures.number(rate),
          task,
          algorithm,
          usual.get(),
          isAbove ? "above" : "below",
          Figures.number(isAbove ? usual.get().high() : usual.get().low()));
    }
  }
}
