package dev.brisk.processor.validate;

import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.DeclaredRun;
import dev.brisk.processor.schedule.DeclaredScale;

/**
 * What {@code @BatchScaling} makes of the learning rate.
 *
 * @param examples of an update
 * @param base the number of them that the annotated rate is for
 * @param factor of the rate
 */
record RateScale(long examples, long base, double factor) {
  private static final RateScale NONE = new RateScale(1, 1, 1);

  /** The scale, where the examples of an update are declared; else a factor of 1. */
  static RateScale of(ModelSource model) {
    long examples = DeclaredRun.of(model).examplesPerUpdate();
    return DeclaredScale.of(model)
        .filter(scale -> examples > 0 && scale.baseBatchSize() > 0)
        .map(scale -> new RateScale(examples, scale.baseBatchSize(), scale.factor(examples)))
        .orElse(NONE);
  }

  /** Whether it is known, and so small that the rules for it hardly differ. */
  boolean isSlight() {
    return !equals(NONE) && factor >= 0.5 && factor <= 2;
  }
}
