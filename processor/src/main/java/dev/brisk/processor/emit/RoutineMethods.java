package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.code.Routine;
import dev.brisk.processor.plan.Computation.Derived;
import dev.brisk.processor.plan.HessianPlan;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.Prediction;
import dev.brisk.processor.plan.PredictionPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.program.Scalar;
import dev.brisk.runtime.Check;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The routines of a trainer as static methods, and calls of them. */
final class RoutineMethods implements ExampleMethods {
  private static final String HESSIAN = "slopeAndHessian";

  private final TrainerPlan plan;
  private final Derived derived;
  private final ClassName model;
  private final TrainerFields fields;
  private final ScratchFields scratch;
  private final Map<String, List<String>> scratchNames = new LinkedHashMap<>();
  private final Map<String, CodeBlock> fixedLengths = new LinkedHashMap<>();
  private final List<MethodSpec> methods = new ArrayList<>();

  RoutineMethods(
      TrainerPlan plan,
      Derived derived,
      ClassName model,
      TrainerFields fields,
      ScratchFields scratch) {
    this.plan = plan;
    this.derived = derived;
    this.model = model;
    this.fields = fields;
    this.scratch = scratch;
    if (plan.batch().isEmpty()) {
      ofLoss();
    }
    derived
        .hessian()
        .ifPresent(
            hessian ->
                add(
                    HESSIAN,
                    hessian.product(),
                    CodeBlock.of(
                        "The slope of the loss of one example along a direction; adds the Hessian"
                            + " times the direction, times\n{@code dSlope}, to the sums.\n")));
    for (int i = 0; i < plan.metrics().size(); i++) {
      String metric = plan.metrics().get(i);
      if (plan.batch().filter(batch -> batch.metrics().containsKey(metric)).isPresent()) {
        continue;
      }
      add(
          metric + "Of",
          derived.metrics().get(i),
          CodeBlock.of("{@code $L} of one example.\n", metric));
    }
    for (int i = 0; i < plan.predictions().size(); i++) {
      add(plan.predictions().get(i), derived.predictions().get(i));
    }
  }

  private void ofLoss() {
    add("lossOf", derived.loss(), CodeBlock.of("The loss of one example.\n"));
    add(
        "lossAndGradient",
        derived.gradient(),
        CodeBlock.of(
            "The loss of one example; adds its gradient, times {@code dLoss}, to the sums.\n"));
    derived
        .descent()
        .ifPresent(
            descent ->
                add(
                    "lossAndDescent",
                    descent,
                    CodeBlock.of(
                        "The loss of one example; moves the parameters down its gradient, unless it"
                            + " is not finite.\nDerivatives are times {@code rate}.\n")));
  }

  private void add(PredictionPlan prediction, Prediction computed) {
    String name = prediction.name();
    computed
        .length()
        .ifPresent(
            length ->
                add(
                    name + "Length",
                    length,
                    CodeBlock.of("The length of {@code $L} of one example.\n", name)));
    computed.fixedLength().ifPresent(length -> fixedLengths.put(name, CodeBlock.of("$L", length)));
    String where = prediction.result().isArray() ? ", into the array that it takes" : "";
    add(name + "Of", computed.value(), CodeBlock.of("{@code $L} of one example$L.\n", name, where));
  }

  private void add(String name, Routine routine, CodeBlock documentation) {
    RoutineWriter.Written written = RoutineWriter.write(routine, name, model, documentation);
    methods.add(written.method());
    List<String> taken = new ArrayList<>();
    written.touched().forEach(parameter -> taken.add(fields.touchedRows(parameter)));
    taken.addAll(scratch.forRoutine(written.scratch()));
    if (written.takesHistory()) {
      taken.add(scratch.history());
    }
    scratchNames.put(name, taken);
  }

  @Override
  public List<MethodSpec> methods() {
    return methods;
  }

  @Override
  public CodeBlock loss(CodeBlock example) {
    return call("lossOf", example, List.of());
  }

  @Override
  public CodeBlock metric(String name, CodeBlock example) {
    return call(name + "Of", example, List.of());
  }

  @Override
  public CodeBlock prediction(PredictionPlan prediction, CodeBlock example) {
    if (!prediction.result().isArray()) {
      return call(prediction.name() + "Of", example, List.of());
    }
    TypeName element = JavaTypeNames.of(prediction.result().element());
    CodeBlock made = CodeBlock.of("new $T[$L]", element, length(prediction, example));
    return call(prediction.name() + "Of", example, List.of(made));
  }

  @Override
  public CodeBlock predictionInto(PredictionPlan prediction, CodeBlock example) {
    String out = fields.out();
    return CodeBlock.builder()
        .addStatement(
            "$1T.length($2S, $2L.length, $3L)", Check.class, out, length(prediction, example))
        .addStatement(call(prediction.name() + "Of", example, List.of(CodeBlock.of(out))))
        .build();
  }

  private CodeBlock length(PredictionPlan prediction, CodeBlock example) {
    CodeBlock fixed = fixedLengths.get(prediction.name());
    return fixed == null ? call(prediction.name() + "Length", example, List.of()) : fixed;
  }

  @Override
  public Optional<CodeBlock> descent(CodeBlock example, String rate) {
    return derived
        .descent()
        .map(
            descent ->
                call("lossAndDescent", example, List.of(CodeBlock.of(cast(descent) + "$L", rate))));
  }

  @Override
  public CodeBlock cleared() {
    CodeBlock.Builder code = CodeBlock.builder();
    derived.summed().forEach(parameter -> code.add(fields.cleared(parameter)));
    if (!plan.scalars().isEmpty()) {
      code.addStatement("$T.fill($L, 0)", Arrays.class, fields.scalarGradient());
    }
    return code.build();
  }

  @Override
  public CodeBlock gradient(CodeBlock example, String share, CodeBlock key) {
    List<CodeBlock> extras = sums(derived.gradient(), derived.summed(), share);
    if (plan.drops()) {
      extras.add(key);
    }
    return call("lossAndGradient", example, extras);
  }

  @Override
  public CodeBlock hessian(CodeBlock example) {
    HessianPlan hessian = derived.hessian().orElseThrow();
    return call(HESSIAN, example, sums(hessian.product(), hessian.summed(), "share"));
  }

  /** The weight of an example, and what its derivatives are added to. */
  private List<CodeBlock> sums(Routine routine, List<ParameterPlan> summed, String share) {
    List<CodeBlock> extras = new ArrayList<>();
    boolean isWhole = share.equals("1");
    extras.add(CodeBlock.of(isWhole ? "$L" : cast(routine) + "$L", share));
    for (ParameterPlan parameter : summed) {
      extras.add(CodeBlock.of(fields.gradient(parameter)));
    }
    if (!plan.scalars().isEmpty()) {
      extras.add(CodeBlock.of(fields.scalarGradient()));
    }
    return extras;
  }

  /** What brings a double into the type of the loss. */
  private static String cast(Routine lossAndMore) {
    return lossAndMore.result().type().element() == Scalar.FLOAT ? "(float) " : "";
  }

  /** Nothing: each example has had its share. */
  @Override
  public CodeBlock completed(String share) {
    return CodeBlock.of("");
  }

  private CodeBlock call(String routine, CodeBlock example, List<CodeBlock> extras) {
    List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of(fields.model())));
    if (!example.isEmpty()) {
      arguments.add(example);
    }
    arguments.addAll(extras);
    scratchNames.get(routine).forEach(name -> arguments.add(CodeBlock.of(name)));
    return CodeBlock.of("$L($L)", routine, arguments.stream().collect(CodeBlock.joining(",$W")));
  }
}
