package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.program.Variable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is computed of a batch at once.
 *
 * @param loss the losses
 * @param gradient the losses and what their gradient is made of
 * @param metrics by the names of their methods; those that are missing are computed one by one
 * @param predictions likewise
 * @param sumsInUpdate whether gradients of weights are added up in the update, where nothing else
 *     looks at them; else before it
 * @param fused of the parameters those that are updated row by row
 * @param relus layers of which a monitor watches the units
 */
public record BatchPlan(
    BatchRoutine loss,
    BatchRoutine gradient,
    Map<String, BatchRoutine> metrics,
    Map<String, BatchRoutine> predictions,
    boolean sumsInUpdate,
    List<FusedUpdate> fused,
    List<Relu> relus) {

  /**
   * A {@code relu} over a product.
   *
   * @param weights of the product
   * @param units its results, rows of the workspace of the gradient
   */
  public record Relu(ParameterPlan weights, Variable units) {}

  /** How the parameter is updated by rows, if it is. */
  public Optional<FusedUpdate> fused(ParameterPlan parameter) {
    return fused.stream().filter(update -> update.parameter().equals(parameter)).findFirst();
  }
}
