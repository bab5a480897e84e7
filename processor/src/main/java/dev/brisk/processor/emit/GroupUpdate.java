package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.SparsePlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.plan.UpdateGroup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The statements that update the parameters of a group. */
final class GroupUpdate {
  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final UpdateGroup group;
  private final ArrayUpdate arrays;
  private final Optional<BatchTraining> batches;
  private final CodeBlock.Builder code = CodeBlock.builder();

  private GroupUpdate(
      TrainerPlan plan,
      TrainerFields fields,
      UpdateGroup group,
      ArrayUpdate arrays,
      Optional<BatchTraining> batches) {
    this.plan = plan;
    this.fields = fields;
    this.group = group;
    this.arrays = arrays;
    this.batches = batches;
  }

  /**
   * The statements, over {@code rate}.
   *
   * @param arrays the group's update of one array
   * @param batches how a batch is computed at once, if the update is by what that leaves; else it
   *     is by the sums, which are there
   */
  static CodeBlock of(
      TrainerPlan plan,
      TrainerFields fields,
      UpdateGroup group,
      ArrayUpdate arrays,
      Optional<BatchTraining> batches) {
    GroupUpdate update = new GroupUpdate(plan, fields, group, arrays, batches);
    batches.ifPresent(batch -> update.code.add(batch.updated(group)));
    if (!group.parameters().stream().allMatch(update::isFused)) {
      update.code.add(stepScalars(group.update()));
    }
    group.arrays().forEach(update::array);
    update.scalars();
    return update.code.build();
  }

  /** Whether a part of a flat array is updated by itself. */
  static boolean takesRanges(TrainerPlan plan, UpdateGroup group) {
    boolean hasFlatRows =
        group.arrays().stream()
            .anyMatch(parameter -> !parameter.hasRows() && plan.sparse(parameter).isPresent());
    List<Integer> scalars = scalars(plan, group);
    boolean hasParts =
        group.update().measure().isPresent() || scalars.size() < plan.scalars().size();
    return hasFlatRows || (!scalars.isEmpty() && hasParts);
  }

  /** The places of the group's scalars among all. */
  private static List<Integer> scalars(TrainerPlan plan, UpdateGroup group) {
    return IntStream.range(0, plan.scalars().size())
        .filter(i -> group.parameters().contains(plan.scalars().get(i)))
        .boxed()
        .toList();
  }

  /** What is the same for all elements, over {@code rate}. */
  static CodeBlock stepScalars(Update update) {
    CodeBlock.Builder code = CodeBlock.builder();
    List<Update.StepScalar> scalars = update.scalars();
    if (scalars.stream().anyMatch(scalar -> scalar.expression().matches(".*\\bt\\b.*"))) {
      code.addStatement("long t = stepCount() + 1");
    }
    for (Update.StepScalar scalar : scalars) {
      if (!scalar.equals(Update.StepScalar.RATE)) {
        code.addStatement("double $L = $L", scalar.name(), UpdateText.wrapped(scalar.expression()));
      }
    }
    return code.build();
  }

  /** Whether a batch updates it by rows. */
  private boolean isFused(ParameterPlan parameter) {
    return batches.isPresent() && plan.fused(parameter).isPresent();
  }

  private void array(ParameterPlan parameter) {
    if (isFused(parameter)) {
      return;
    }
    batches.ifPresent(batch -> code.add(batch.summed(parameter)));
    if (plan.sparse(parameter).isPresent()) {
      touched(plan.sparse(parameter).get());
      return;
    }
    Slice slice = Slice.of(parameter, fields);
    Optional<CodeBlock> factor = Optional.empty();
    if (group.update().measure().isPresent()) {
      String name = group.update().measure().get().factor().name();
      String measured = fields.state(parameter.name(), name);
      clearSquares();
      overRows(parameter, arrays.measured(slice, fields.squares()));
      code.addStatement("double $L = $L($L)", measured, name, fields.squares());
      factor = Optional.of(CodeBlock.of(measured));
    }
    overRows(parameter, arrays.updated(slice, factor));
  }

  private void overRows(ParameterPlan parameter, CodeBlock statement) {
    if (parameter.hasRows()) {
      code.beginControlFlow("for (int row = 0; row < model.$L.length; row++)", parameter.name())
          .addStatement(statement)
          .endControlFlow();
    } else {
      code.addStatement(statement);
    }
  }

  /** The rows that the examples touched, and no others. */
  private void touched(SparsePlan sparse) {
    String touched = fields.touchedRows(sparse.parameter().name());
    code.beginControlFlow("for (int n = 0; n < $L.count(); n++)", touched)
        .addStatement("int row = $L.row(n)", touched)
        .addStatement(arrays.updated(Slice.ofRow(sparse, fields), Optional.empty()))
        .endControlFlow();
  }

  private void scalars() {
    List<Integer> scalars = scalars(plan, group);
    if (scalars.isEmpty()) {
      return;
    }
    for (int i : scalars) {
      code.addStatement("$L[$L] = model.$L", fields.scalars(), i, plan.scalars().get(i).name());
    }
    runs(scalars).forEach(this::run);
    for (int i : scalars) {
      code.addStatement("model.$L = $L[$L]", plan.scalars().get(i).name(), fields.scalars(), i);
    }
  }

  /** Scalars that lie beside each other among all. */
  private record Run(int from, int to) {}

  private static List<Run> runs(List<Integer> places) {
    List<Run> runs = new ArrayList<>();
    int from = 0;
    for (int next = 1; next <= places.size(); next++) {
      if (next == places.size() || places.get(next) > places.get(next - 1) + 1) {
        runs.add(new Run(places.get(from), places.get(next - 1) + 1));
        from = next;
      }
    }
    return runs;
  }

  private void run(Run run) {
    if (group.update().measure().isEmpty()) {
      CodeBlock range = CodeBlock.of("$L, $L", run.from(), run.to());
      code.addStatement(arrays.updated(Slice.ofScalars(range, fields), Optional.empty()));
      return;
    }
    Slice slice = Slice.ofScalars(CodeBlock.of("i, i + 1"), fields);
    String factor = group.update().measure().get().factor().name();
    code.beginControlFlow("for (int i = $L; i < $L; i++)", run.from(), run.to());
    clearSquares();
    code.addStatement(arrays.measured(slice, fields.squares()))
        .addStatement(
            arrays.updated(slice, Optional.of(CodeBlock.of("$L($L)", factor, fields.squares()))))
        .endControlFlow();
  }

  private void clearSquares() {
    code.addStatement("$T.fill($L, 0)", Arrays.class, fields.squares());
  }
}
