package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.plan.MetricPlan;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.program.Scalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The routines of a trainer as static methods, and calls of them. */
final class RoutineMethods {
  private final TrainerPlan plan;
  private final ClassName model;
  private final TrainerFields fields;
  private final ScratchFields scratch;
  private final Map<String, List<String>> scratchNames = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  RoutineMethods(TrainerPlan plan, ClassName model, TrainerFields fields, ScratchFields scratch) {
    this.plan = plan;
    this.model = model;
    this.fields = fields;
    this.scratch = scratch;
    add("lossOf", plan.loss(), CodeBlock.of("The loss of one example.\n"));
    add(
        "lossAndGradient",
        plan.gradient(),
        CodeBlock.of(
            "The loss of one example; adds its gradient, times {@code dLoss}, to the sums.\n"));
    plan.descent()
        .ifPresent(
            descent ->
                add(
                    "lossAndDescent",
                    descent,
                    CodeBlock.of(
                        "The loss of one example; moves the parameters down its gradient, unless it"
                            + " is not finite.\n")));
    for (MetricPlan metric : plan.metrics()) {
      add(
          metric.name() + "Of",
          metric.routine(),
          CodeBlock.of("{@code $L} of one example.\n", metric.name()));
    }
  }

  private void add(String name, Routine routine, CodeBlock documentation) {
    RoutineWriter.Written written = RoutineWriter.write(routine, name, model, documentation);
    methods.add(written.method());
    List<String> taken = new ArrayList<>(scratch.forRoutine(written.scratch()));
    if (written.takesHistory()) {
      taken.add(scratch.history());
    }
    scratchNames.put(name, taken);
  }

  List<MethodSpec> methods() {
    return methods;
  }

  /** A call that only computes. */
  CodeBlock value(String routine, CodeBlock example) {
    return call(routine, example, List.of());
  }

  /**
   * A call of the gradient.
   *
   * @param share the weight of the example, in double precision
   */
  CodeBlock gradient(CodeBlock example, String share) {
    List<CodeBlock> extras = new ArrayList<>();
    boolean isFloat = plan.gradient().result().type().element() == Scalar.FLOAT;
    boolean isWhole = share.equals("1");
    extras.add(CodeBlock.of(isFloat && !isWhole ? "(float) $L" : "$L", share));
    for (ParameterPlan parameter : plan.summed()) {
      extras.add(CodeBlock.of(fields.gradient(parameter)));
    }
    if (!plan.scalars().isEmpty()) {
      extras.add(CodeBlock.of(fields.scalarGradient()));
    }
    return call("lossAndGradient", example, extras);
  }

  /** A call of the gradient and update in one. */
  CodeBlock descent(CodeBlock example, String rate) {
    boolean isFloat = plan.precision() == Scalar.FLOAT;
    return call(
        "lossAndDescent", example, List.of(CodeBlock.of(isFloat ? "(float) $L" : "$L", rate)));
  }

  /** The field, which an argument of {@code step} may hide. */
  private String modelField() {
    boolean isHidden = plan.columns().stream().anyMatch(column -> column.name().equals("model"));
    return isHidden ? "this.model" : "model";
  }

  private CodeBlock call(String routine, CodeBlock example, List<CodeBlock> extras) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of(modelField())));
    if (!example.isEmpty()) {
      arguments.add(example);
    }
    arguments.addAll(extras);
    scratchNames.get(routine).forEach(name -> arguments.add(CodeBlock.of(name)));
    return CodeBlock.of("$L($L)", routine, arguments.stream().collect(CodeBlock.joining(",$W")));
  }
}
