package dev.brisk.processor.plan;

import dev.brisk.processor.optimizer.Update;
import java.util.List;

/**
 * Parameters that are updated alike.
 *
 * @param update what is done to them: the optimizer's, or the same without weight decay
 * @param rateFactor of the learning rate
 * @param parameters at least one
 */
public record UpdateGroup(Update update, double rateFactor, List<ParameterPlan> parameters) {
  /** Those of them that are arrays. */
  public List<ParameterPlan> arrays() {
    return parameters.stream().filter(ParameterPlan::isArray).toList();
  }
}
