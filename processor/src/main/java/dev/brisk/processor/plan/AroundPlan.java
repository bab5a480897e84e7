package dev.brisk.processor.plan;

import dev.brisk.runtime.BatchScale;
import java.util.List;
import java.util.Optional;

/**
 * What stands around an update of the parameters.
 *
 * @param scale how the learning rate follows the examples of an update, if it does
 * @param rate the learning rate that schedules start from, for the trainer's documentation
 * @param notes sentences on the rest, for the same
 */
public record AroundPlan(
    Optional<ClippingPlan> clipping,
    Optional<AveragingPlan> averaging,
    Optional<BatchScale> scale,
    String rate,
    List<String> notes) {

  public AroundPlan {
    notes = List.copyOf(notes);
  }
}
