package dev.brisk.runtime;

import dev.brisk.ScalingRule;

/**
 * How {@link dev.brisk.BatchScaling} makes the learning rate follow the number of examples of an
 * update.
 *
 * @param baseBatchSize the number for which the annotated rate is right, positive
 */
public record BatchScale(int baseBatchSize, ScalingRule rule) {
  /**
   * What the annotated rate is multiplied by.
   *
   * @param examples of one update; 0 if that is not known, and then nothing is scaled
   */
  public double factor(long examples) {
    if (examples == 0) {
      return 1;
    }
    double ratio = (double) examples / baseBatchSize;
    return rule == ScalingRule.LINEAR ? ratio : Math.sqrt(ratio);
  }
}
