package dev.brisk.processor.plan;

import dev.brisk.ops.Losses;
import dev.brisk.processor.code.Code;
import dev.brisk.processor.code.Reads;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.diagnostic.Diagnostics;
import dev.brisk.processor.diagnostic.Problem;
import dev.brisk.processor.plan.OperationTexts.Operation;
import dev.brisk.processor.program.Expr;
import dev.brisk.processor.program.Primitive;
import dev.brisk.processor.program.Source;
import dev.brisk.processor.program.Variable;
import dev.brisk.processor.program.Walk;
import dev.brisk.processor.read.MethodSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds what a class needs that predicts without Brisk, and refuses what it cannot have. */
final class PredictorPlanner {
  private final Diagnostics diagnostics;
  private final List<Operation> operations = new ArrayList<>();

  /** What the method at hand needs and cannot have, as messages name it. */
  private final Set<String> missing = new LinkedHashSet<>();

  private PredictorPlanner(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  /**
   * @param methods the model's, in their order
   * @param plans of them
   * @param computed how each is computed
   */
  static PredictorPlan of(
      List<MethodSource> methods,
      List<PredictionPlan> plans,
      List<Prediction> computed,
      Diagnostics diagnostics) {
    PredictorPlanner planner = new PredictorPlanner(diagnostics);
    for (int i = 0; i < methods.size(); i++) {
      planner.add(methods.get(i), plans.get(i), computed.get(i));
    }
    return new PredictorPlan(OperationTexts.withCallees(planner.operations));
  }

  private void add(MethodSource method, PredictionPlan plan, Prediction prediction) {
    for (ColumnPlan column : plan.columns()) {
      if (!column.lengths().isEmpty()) {
        String check = column.lengths().size() == 1 ? "length" : "rows";
        operations.add(OperationTexts.check(check, column.type().element()));
      }
    }
    add(prediction.value());
    prediction.length().ifPresent(this::add);
    for (String each : missing) {
      diagnostics.add(Problem.PREDICTOR_NOT_POSSIBLE, method.place(), method.name(), each);
    }
    missing.clear();
  }

  private void add(Routine routine) {
    Set<Variable> read = Reads.free(routine.body());
    routine
        .sources()
        .forEach(
            (variable, source) -> {
              if (source instanceof Source.ModelField field && read.contains(variable)) {
                missing.add("the field `" + field.name() + "`");
              }
            });
    routine.body().forEach(this::add);
  }

  private void add(Code statement) {
    if (statement instanceof Code.Invoke invoke && !invoke.owner().equals(Arrays.class.getName())) {
      List<Expr> arguments = invoke.arguments();
      take(
          OperationTexts.find(
              invoke.method(), arguments.stream().map(Expr::type).toList(), Optional.empty()),
          invoke.owner(),
          invoke.method());
    }
    for (Expr expr : Reads.expressions(statement)) {
      Walk.expressions(
          expr,
          part -> {
            if (part instanceof Expr.Call call && !call.primitive().isMath()) {
              add(call.primitive());
            }
          });
    }
    Reads.inner(statement).forEach(this::add);
  }

  private void add(Primitive primitive) {
    take(
        OperationTexts.find(
            primitive.name(),
            primitive.arguments().stream().map(Primitive.Argument::type).toList(),
            Optional.of(primitive.result())),
        primitive.owner(),
        primitive.name());
  }

  /** An operation of Brisk's that there is a text of. */
  private void take(Optional<Operation> operation, String owner, String name) {
    String ops = Losses.class.getPackageName() + ".";
    boolean isOwn = owner.startsWith(ops) && !owner.equals(Losses.class.getName());
    if (isOwn && operation.isPresent()) {
      operations.add(operation.get());
    } else {
      // A form in place is that of an operation which the user called.
      String simple = isOwn ? "Ops" : owner.substring(owner.lastIndexOf('.') + 1);
      missing.add("`" + simple + "." + name + "`");
    }
  }
}
