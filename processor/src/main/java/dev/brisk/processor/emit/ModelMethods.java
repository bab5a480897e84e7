package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.Computation.HandWritten;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.PredictionPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.program.Scalar;
import dev.brisk.runtime.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * Calls of the model's own methods. Its gradient knows of no weights, so sums are scaled after the
 * last example of a batch.
 */
final class ModelMethods implements ExampleMethods {
  private final TrainerPlan plan;
  private final HandWritten names;
  private final TrainerFields fields;
  private final boolean isFloat;

  ModelMethods(TrainerPlan plan, HandWritten names, TrainerFields fields) {
    this.plan = plan;
    this.names = names;
    this.fields = fields;
    this.isFloat = plan.precision() == Scalar.FLOAT;
  }

  @Override
  public List<MethodSpec> methods() {
    return plan.arrays().isEmpty() ? List.of() : List.of(scale());
  }

  private MethodSpec scale() {
    TypeName element = JavaTypeNames.of(plan.precision());
    return MethodSpec.methodBuilder("scale")
        .addJavadoc("Makes the sum over a batch its mean.\n")
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .addParameter(ArrayTypeName.of(element), "sum")
        .addParameter(element, "share")
        .beginControlFlow("for (int i = 0; i < sum.length; i++)")
        .addStatement("sum[i] *= share")
        .endControlFlow()
        .build();
  }

  @Override
  public CodeBlock loss(CodeBlock example) {
    return call(names.loss(), example, List.of());
  }

  @Override
  public CodeBlock metric(String name, CodeBlock example) {
    return call(name, example, List.of());
  }

  /** The model may give the same array twice, or one that it keeps. */
  @Override
  public CodeBlock prediction(PredictionPlan prediction, CodeBlock example) {
    CodeBlock call = call(prediction.name(), example, List.of());
    return prediction.result().isArray() ? CodeBlock.of("$L.clone()", call) : call;
  }

  @Override
  public CodeBlock predictionInto(PredictionPlan prediction, CodeBlock example) {
    String out = fields.out();
    LocalNames names = new LocalNames();
    prediction.columns().forEach(column -> names.fresh(column.name()));
    String result = names.fresh("result");
    return CodeBlock.builder()
        .addStatement(
            "$T $L = $L",
            JavaTypeNames.of(prediction.result()),
            result,
            call(prediction.name(), example, List.of()))
        .addStatement("$1T.length($2S, $2L.length, $3L.length)", Check.class, out, result)
        .addStatement("$1T.arraycopy($2L, 0, $3L, 0, $3L.length)", System.class, result, out)
        .build();
  }

  @Override
  public Optional<CodeBlock> descent(CodeBlock example, String rate) {
    return Optional.empty();
  }

  @Override
  public CodeBlock cleared() {
    CodeBlock.Builder code = CodeBlock.builder();
    plan.parameters().forEach(parameter -> code.add(fields.cleared(parameter)));
    return code.build();
  }

  @Override
  public CodeBlock gradient(CodeBlock example, String share, CodeBlock key) {
    List<CodeBlock> sums =
        plan.parameters().stream()
            .map(parameter -> CodeBlock.of(fields.gradient(parameter)))
            .toList();
    return call(names.gradient(), example, sums);
  }

  @Override
  public CodeBlock hessian(CodeBlock example) {
    throw new IllegalStateException("a gradient by hand has no derivative");
  }

  @Override
  public CodeBlock completed(String share) {
    boolean isWhole = share.equals("1");
    CodeBlock factor = CodeBlock.of(isFloat ? "(float) $L" : "$L", share);
    CodeBlock.Builder code = CodeBlock.builder();
    if (!isWhole) {
      plan.arrays().forEach(parameter -> scaled(parameter, factor, code));
    }
    for (int i = 0; i < plan.singles().size(); i++) {
      code.addStatement(
          "$L[$L] = $L$L[0]",
          fields.scalarGradient(),
          i,
          isWhole ? CodeBlock.of("") : CodeBlock.of("$L * ", factor),
          fields.gradient(plan.singles().get(i)));
    }
    return code.build();
  }

  private void scaled(ParameterPlan parameter, CodeBlock share, CodeBlock.Builder code) {
    String gradient = fields.gradient(parameter);
    if (parameter.hasRows()) {
      code.beginControlFlow("for ($T row : $L)", row(), gradient)
          .addStatement("scale(row, $L)", share)
          .endControlFlow();
    } else {
      code.addStatement("scale($L, $L)", gradient, share);
    }
  }

  private TypeName row() {
    return ArrayTypeName.of(JavaTypeNames.of(plan.precision()));
  }

  private CodeBlock call(String method, CodeBlock example, List<CodeBlock> sums) {
    List<CodeBlock> arguments = new ArrayList<>();
    if (!example.isEmpty()) {
      arguments.add(example);
    }
    arguments.addAll(sums);
    return CodeBlock.of(
        "$L.$L($L)", fields.model(), method, arguments.stream().collect(CodeBlock.joining(",$W")));
  }
}
