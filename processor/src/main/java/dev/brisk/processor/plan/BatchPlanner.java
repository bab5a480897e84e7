package dev.brisk.processor.plan;

import dev.brisk.processor.batch.BatchRoutine;
import dev.brisk.processor.batch.BatchRoutine.WeightSum;
import dev.brisk.processor.batch.Batching;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.derive.Plain;
import dev.brisk.processor.program.Program;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Variables;
import dev.brisk.processor.read.ModelPrograms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what is computed of a batch at once. */
final class BatchPlanner {
  /** Elements of a gradient that stay in the second cache until they are used. */
  private static final int ELEMENTS_IN_CACHE = 76_800;

  /** Rows that fill the tiles of a kernel, and least of which the batch is worth to be read. */
  private static final int ROWS_OF_TILES = 12;

  private static final int LEAST_ROWS = 24;

  private final ModelPrograms programs;
  private final List<ParameterPlan> summed;
  private final List<ParameterPlan> parameters;

  /**
   * @param summed the parameters whose sums the gradient takes, in that order
   */
  BatchPlanner(ModelPrograms programs, List<ParameterPlan> parameters, List<ParameterPlan> summed) {
    this.programs = programs;
    this.parameters = parameters;
    this.summed = summed;
  }

  /**
   * The plan, or why each example is computed by itself.
   *
   * @param loss of one example
   * @param gradient of one example
   * @param columns the arguments of the loss
   * @param predictions with their arguments
   * @param sumsInUpdate whether nothing but the update of a parameter looks at its gradient
   */
  Batches of(
      Routine loss,
      Routine gradient,
      List<ColumnPlan> columns,
      List<PredictionPlan> predictions,
      boolean sumsInUpdate) {
    Variables variables = programs.loss().variables();
    Batching.Result losses = Batching.of(loss, variables, lengths(loss, columns));
    Batching.Result gradients = Batching.of(gradient, variables, lengths(gradient, columns));
    if (gradients instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    if (losses instanceof Batching.Single single) {
      return new Batches(Optional.empty(), single.reason());
    }
    Map<String, BatchRoutine> ofMetrics = new LinkedHashMap<>();
    programs.metrics().forEach(metric -> add(metric, columns, ofMetrics));
    Map<String, BatchRoutine> ofPredictions = new LinkedHashMap<>();
    for (int i = 0; i < predictions.size(); i++) {
      add(programs.predictions().get(i), predictions.get(i).columns(), ofPredictions);
    }
    BatchRoutine batched = ((Batching.Batched) gradients).routine();
    return new Batches(
        Optional.of(
            new BatchPlan(
                ((Batching.Batched) losses).routine(),
                batched,
                ofMetrics,
                ofPredictions,
                sumsInUpdate,
                sumsInUpdate ? fused(batched, gradient) : List.of(),
                Relus.of(batched, parameters))),
        "");
  }

  private void add(Program program, List<ColumnPlan> columns, Map<String, BatchRoutine> batched) {
    Routine routine = Plain.of(program);
    if (Batching.of(routine, program.variables(), lengths(routine, columns))
        instanceof Batching.Batched found) {
      batched.put(program.name(), found.routine());
    }
  }

  /** The lengths of the flat arrays that are parameters or arguments, where they are declared. */
  private Map<Variable, Integer> lengths(Routine routine, List<ColumnPlan> columns) {
    Map<Variable, Integer> lengths = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      List<Integer> declared = parameters.get(i).lengths();
      if (declared.size() == 1) {
        lengths.put(routine.parameters().get(i), declared.get(0));
      }
    }
    for (int i = 0; i < columns.size(); i++) {
      List<Integer> declared = columns.get(i).lengths();
      if (declared.size() == 1) {
        lengths.put(routine.arguments().get(i), declared.get(0));
      }
    }
    return lengths;
  }

  /** The matrices of which one product alone makes the gradient. */
  private List<FusedUpdate> fused(BatchRoutine batch, Routine gradient) {
    List<FusedUpdate> fused = new ArrayList<>();
    for (WeightSum sum : batch.sums()) {
      boolean isAlone =
          batch.sums().stream().filter(other -> other.sum().equals(sum.sum())).count() == 1
              && !batch.extras().contains(sum.sum());
      // The first of the routine's extras is the factor of the loss.
      ParameterPlan parameter = summed.get(gradient.extras().indexOf(sum.sum()) - 1);
      if (sum.input().isPresent() && isAlone && !parameter.treatment().isFrozen()) {
        int tiles = ELEMENTS_IN_CACHE / sum.inputs() / ROWS_OF_TILES * ROWS_OF_TILES;
        int rows = Math.min(Math.max(tiles, LEAST_ROWS), sum.outputs());
        fused.add(new FusedUpdate(parameter, sum, rows));
      }
    }
    return fused;
  }
}
