package dev.brisk.processor.plan;

import dev.brisk.runtime.BatchScale;
import dev.brisk.runtime.RecoveryPlan;
import java.util.List;
import java.util.Optional;

/**
 * What stands around an update of the parameters.
 *
 * @param scale how the learning rate follows the examples of an update, if it does
 * @param recovery what is done when a fit diverges, if anything is
 * @param rate that schedules start from, as far as the examples of an update are declared
 * @param notes sentences for the trainer's documentation
 */
public record AroundPlan(
    Optional<ClippingPlan> clipping,
    Optional<AveragingPlan> averaging,
    Optional<BatchScale> scale,
    Optional<RecoveryPlan> recovery,
    double rate,
    List<String> notes) {

  public AroundPlan {
    notes = List.copyOf(notes);
  }
}
