package dev.brisk.processor.schedule;

import dev.brisk.ScalingRule;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.runtime.BatchScale;
import java.util.Optional;

/** What {@code @BatchScaling} declares. */
public final class DeclaredScale {
  private DeclaredScale() {}

  /** The scale, if there is one; its figures may be negative where a rule refuses them. */
  public static Optional<BatchScale> of(ModelSource model) {
    return model
        .scaling()
        .map(
            declared ->
                new BatchScale(
                    (int) declared.whole("baseBatchSize"),
                    ScalingRule.valueOf(declared.choice("rule"))));
  }
}
