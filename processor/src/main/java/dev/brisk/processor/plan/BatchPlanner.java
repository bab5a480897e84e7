package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.batch.BatchRoutine.WeightSum;
import dev.brisk.processor.batch.Batching;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.derive.Plain;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.read.ModelPrograms;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is computed of a batch at once. */
final class BatchPlanner {
  /** Elements of a gradient that stay in the first cache beside what else the update reads. */
  private static final int ELEMENTS_IN_CACHE = 8_192;

  /** Rows that a kernel takes together. */
  private static final int ROWS_OF_TILE = 4;

  private final ModelPrograms programs;
  private final List<ParameterPlan> summed;
  private final List<ColumnPlan> columns;

  /**
   * @param summed the parameters whose sums the gradient takes, in that order
   */
  BatchPlanner(ModelPrograms programs, List<ParameterPlan> summed, List<ColumnPlan> columns) {
    this.programs = programs;
    this.summed = summed;
    this.columns = columns;
  }

  /**
   * The plan, or why each example is computed by itself.
   *
   * @param loss of one example
   * @param gradient of one example
   * @param sumsInUpdate whether nothing but the update of a parameter looks at its gradient
   */
  Batches of(Routine loss, Routine gradient, boolean sumsInUpdate) {
    Batching.Result losses = Batching.of(loss, programs.loss().variables());
    Batching.Result gradients = Batching.of(gradient, programs.loss().variables());
    if (gradients instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    if (losses instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    BatchRoutine batched = ((Batching.Batched) gradients).routine();
    return new Batches(
        Optional.of(
            new BatchPlan(
                ((Batching.Batched) losses).routine(),
                batched,
                batched(programs.metrics()),
                batched(programs.predictions()),
                sumsInUpdate,
                sumsInUpdate ? fused(batched, gradient) : List.of())),
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

  /** The matrices of which one product alone makes the gradient. */
  private List<FusedUpdate> fused(BatchRoutine batch, Routine gradient) {
    List<FusedUpdate> fused = new ArrayList<>();
    for (WeightSum sum : batch.sums()) {
      Optional<Integer> inputs = sum.input().flatMap(input -> length(input, batch));
      boolean isAlone =
          batch.sums().stream().filter(other -> other.sum().equals(sum.sum())).count() == 1
              && !batch.extras().contains(sum.sum());
      // The first of the routine's extras is the factor of the loss.
      ParameterPlan parameter = summed.get(gradient.extras().indexOf(sum.sum()) - 1);
      if (inputs.isPresent() && isAlone && !parameter.treatment().isFrozen()) {
        int rows = Math.max(1, ELEMENTS_IN_CACHE / inputs.get() / ROWS_OF_TILE) * ROWS_OF_TILE;
        fused.add(new FusedUpdate(parameter, sum, inputs.get(), Math.min(rows, sum.outputs())));
      }
    }
    return fused;
  }

  /** The length of what belongs to one example, if it is known. */
  private Optional<Integer> length(Variable input, BatchRoutine batch) {
    if (batch.isColumn(input)) {
      List<Integer> lengths = columns.get(batch.columns().indexOf(input)).lengths();
      return lengths.stream().findFirst();
    }
    return batch.workspace().stream()
        .filter(rows -> rows.variable().equals(input))
        .findFirst()
        .flatMap(BatchRoutine.Rows::width);
  }
}
