package dev.brisk.processor.validate;

import dev.brisk.ScalingRule;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.processor.schedule.DeclaredRun;
import dev.brisk.runtime.BatchScale;

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
    return model
        .scaling()
        .filter(declared -> examples > 0 && declared.whole("baseBatchSize") > 0)
        .map(
            declared -> {
              int base = (int) declared.whole("baseBatchSize");
              ScalingRule rule = ScalingRule.valueOf(declared.choice("rule"));
              return new RateScale(examples, base, new BatchScale(base, rule).factor(examples));
            })
        .orElse(NONE);
  }
}
