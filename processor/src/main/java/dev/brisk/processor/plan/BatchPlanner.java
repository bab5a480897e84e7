package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.batch.Batching;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.derive.Plain;
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
   */
  Batches of(Routine loss, Routine gradient) {
    Batching.Result losses = Batching.of(loss, programs.loss().variables());
    Batching.Result gradients = Batching.of(gradient, programs.loss().variables());
    if (gradients instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    if (losses instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    return new Batches(
        Optional.of(
            new BatchPlan(
                ((Batching.Batched) losses).routine(),
                ((Batching.Batched) gradients).routine(),
                batched(programs.metrics()),
                batched(programs.predictions()))),
        "");
  }

  private static Map<String, BatchRoutine> batched(List<Program> programs) {
    Map<String, BatchRoutine> batched = new LinkedHashMap<>();
    for (Program program : programs) {
      if (Batching.of(Plain.of(program), program.variables()) instanceof Batching.Batched found) {
        batched.put(program.name(), found.routine());
      }
    }
    return batched;
  }
}
