package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.program.Scalar;
import dev.brisk.processor.read.ModelName;
import dev.brisk.runtime.RunPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A trainer, decided.
 *
 * @param isPublic whether the class is
 * @param precision the element type of parameters, gradients and optimizer state
 * @param learningRate as it is annotated
 * @param optimizer the other attributes of its annotation, {@code momentum = 0.9}, the algorithm's
 *     first
 * @param configuration the other annotations that decide how it is trained, as they are written
 * @param update of a parameter with nothing of its own
 * @param groups of parameters by what is done to them; those that are frozen are in none
 * @param run what is declared of it; 0 for what is not
 * @param around what stands around the update
 * @param metrics the names of their methods, in source order
 * @param predictions in source order
 */
public record TrainerPlan(
    ModelName name,
    boolean isPublic,
    Scalar precision,
    double learningRate,
    List<String> optimizer,
    List<String> configuration,
    Update update,
    List<UpdateGroup> groups,
    AroundPlan around,
    RatePlan rate,
    RunPlan run,
    List<ParameterPlan> parameters,
    List<ColumnPlan> columns,
    List<String> metrics,
    List<PredictionPlan> predictions,
    Computation computation) {

  /** What was decided of the learning rate and of what stands around an update, in sentences. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add("Learning rate " + Figures.number(around.rate()) + ": " + rate.summary() + ".");
    sentences.addAll(rate.notes());
    sentences.addAll(around.notes());
    return sentences;
  }

  /** The plan for the user to read, in plain text. */
  public String explanation() {
    List<String> lines = new ArrayList<>();
    lines.add(name.trainerName() + " trains by " + update.summary() + ".");
    batchNote().ifPresent(lines::add);
    sentences().forEach(sentence -> lines.add(sentence.replaceAll("\\{@code ([^}]*)}", "$1")));
    lines.addAll(rate.text());
    return String.join("\n", lines);
  }

  private Optional<String> batchNote() {
    return computation instanceof Computation.Derived derived
        ? Optional.of(derived.batches().sentence())
        : Optional.empty();
  }

  /** The parameters that are arrays. */
  public List<ParameterPlan> arrays() {
    return parameters.stream().filter(ParameterPlan::isArray).toList();
  }

  /** The parameters that are scalars; they share one array of gradients and of each state. */
  public List<ParameterPlan> scalars() {
    return parameters.stream().filter(parameter -> !parameter.isArray()).toList();
  }

  /** Whether updates change it, so that the optimizer keeps its state beside it. */
  public boolean isUpdated(ParameterPlan parameter) {
    return groups.stream().anyMatch(group -> group.parameters().contains(parameter));
  }

  /** The arrays whose average is kept: those that change, if averages are kept at all. */
  public List<ParameterPlan> averagedArrays() {
    return around.averaging().isPresent()
        ? arrays().stream().filter(this::isUpdated).toList()
        : List.of();
  }

  /** How the parameter is updated by the rows that were touched, if it is. */
  public Optional<SparsePlan> sparse(ParameterPlan parameter) {
    return computation instanceof Computation.Derived derived
        ? derived.sparse().stream().filter(plan -> plan.parameter().equals(parameter)).findFirst()
        : Optional.empty();
  }

  /** Whether a step drops elements at random. */
  public boolean drops() {
    return computation instanceof Computation.Derived derived && derived.drops();
  }

  /** What is computed of a batch at once, if anything is. */
  public Optional<BatchPlan> batch() {
    return computation instanceof Computation.Derived derived
        ? derived.batches().plan()
        : Optional.empty();
  }

  /** Whether an update adds up gradients of weights itself. */
  public boolean sumsInUpdate() {
    return batch().filter(BatchPlan::sumsInUpdate).isPresent();
  }

  /**
   * The parameters whose parts of a vector are multiplied with the Hessian, if vectors are at all.
   */
  public Optional<List<ParameterPlan>> directions() {
    if (computation instanceof Computation.Derived derived) {
      return derived.hessian().map(HessianPlan::directions);
    }
    boolean isPromised = computation instanceof Computation.Unread unread && unread.hasHessian();
    return isPromised ? Optional.of(List.of()) : Optional.empty();
  }

  /** The class that predicts without Brisk, if it is asked for. */
  public Optional<PredictorPlan> predictor() {
    if (computation instanceof Computation.Derived derived) {
      return derived.predictor();
    }
    boolean isPromised = computation instanceof Computation.Unread unread && unread.hasPredictor();
    return isPromised ? Optional.of(new PredictorPlan(List.of())) : Optional.empty();
  }

  /** How the parameter is updated by rows of a matrix, if it is. */
  public Optional<FusedUpdate> fused(ParameterPlan parameter) {
    return batch().flatMap(batch -> batch.fused(parameter));
  }

  /** The scalars whose gradients have an array each, as the model's own method takes them. */
  public List<ParameterPlan> singles() {
    return computation instanceof Computation.HandWritten ? scalars() : List.of();
  }
}
