package dev.brisk.processor.plan;

import dev.brisk.processor.code.Routine;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.read.ModelName;
import dev.brisk.runtime.RunPlan;
import java.util.List;
import java.util.Optional;

/**
 * A trainer, decided.
 *
 * @param isPublic whether the class is
 * @param precision the element type of parameters, gradients and optimizer state
 * @param learningRate that schedules start from
 * @param run what is declared of it; 0 for what is not
 * @param loss one example's loss
 * @param gradient one example's loss and its gradient, weighted, added to sums
 * @param summed the array parameters whose sums the gradient takes, in that order
 * @param descent one example's loss, gradient and update in one, where that is possible
 */
public record TrainerPlan(
    ModelName name,
    boolean isPublic,
    Scalar precision,
    double learningRate,
    Update update,
    RatePlan rate,
    RunPlan run,
    List<ParameterPlan> parameters,
    List<ColumnPlan> columns,
    Routine loss,
    Routine gradient,
    List<ParameterPlan> summed,
    Optional<Routine> descent,
    List<MetricPlan> metrics) {

  /** The parameters that are arrays. */
  public List<ParameterPlan> arrays() {
    return parameters.stream().filter(ParameterPlan::isArray).toList();
  }

  /** The parameters that are scalars; they share one array of gradients and of each state. */
  public List<ParameterPlan> scalars() {
    return parameters.stream().filter(parameter -> !parameter.isArray()).toList();
  }
}
