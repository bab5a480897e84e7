package dev.brisk.processor.plan;

import dev.brisk.processor.code.Code;
import dev.brisk.processor.diagnostic.Figures;
import java.util.List;
import java.util.Optional;

/**
 * How a batch is computed.
 *
 * @param plan what is computed of it at once
 * @param reason why there is no plan, half a sentence about the loss
 */
public record Batches(Optional<BatchPlan> plan, String reason) {
  /** For the user to read. */
  String sentence() {
    return plan.map(Batches::ofPlan)
        .orElseGet(
            () -> "The examples of a batch are computed one by one: the loss " + reason + ".");
  }

  private static String ofPlan(BatchPlan plan) {
    List<Code> body = plan.loss().body();
    long products = body.stream().filter(Code.Kernel.class::isInstance).count();
    boolean hasLoops = body.stream().anyMatch(Code.For.class::isInstance);
    StringBuilder sentence =
        new StringBuilder("A batch is computed at once: ")
            .append(Figures.count((int) products, "product"))
            .append(" by kernels");
    if (hasLoops) {
      sentence.append(", and what stands between them example by example");
    }
    sentence.append('.');
    if (!plan.fused().isEmpty()) {
      List<String> names = plan.fused().stream().map(update -> update.parameter().name()).toList();
      sentence.append(" Updated while their gradient is in cache: ").append(Figures.all(names));
      sentence.append('.');
    }
    if (!plan.gradient().isSplittable()) {
      sentence.append(" Its examples add to a sum in common, so threads do not share them.");
    }
    return sentence.toString();
  }
}
