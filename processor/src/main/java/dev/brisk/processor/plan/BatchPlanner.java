package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.batch.Batching;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.read.ModelPrograms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is computed of a batch at once. */
final class BatchPlanner {
  private final ModelPrograms programs;

  BatchPlanner(ModelPrograms programs) {
    this.programs = programs;
  }

  /**
   * The plan, or why each example is computed by itself.
   *
   * @param loss of one example
   * @param gradient of one example
   * @param metrics of one example, in the order of their methods
   */
  Batches of(Routine loss, Routine gradient, List<Routine> metrics) {
    Batching.Result losses = Batching.of(loss, programs.loss().variables());
    Batching.Result gradients = Batching.of(gradient, programs.loss().variables());
    if (gradients instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    if (losses instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    Map<String, BatchRoutine> batched = new LinkedHashMap<>();
    for (int i = 0; i < metrics.size(); i++) {
      Program metric = programs.metrics().get(i);
      if (Batching.of(metrics.get(i), metric.variables()) instanceof Batching.Batched found) {
        batched.put(metric.name(), found.routine());
      }
    }
    return new Batches(
        Optional.of(
            new BatchPlan(
                ((Batching.Batched) losses).routine(),
                ((Batching.Batched) gradients).routine(),
                batched)),
        "");
  }
}
