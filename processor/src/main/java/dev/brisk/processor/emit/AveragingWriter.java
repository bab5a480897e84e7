package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.AveragingPlan;
import dev.brisk.processor.plan.AveragingPlan.Exponential;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.program.Scalar;
import dev.brisk.runtime.Averages;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the average of the weights: how an update goes into it, and its way into the model. */
final class AveragingWriter {
  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final TypeName element;
  private final String cast;

  AveragingWriter(TrainerPlan plan, TrainerFields fields) {
    this.plan = plan;
    this.fields = fields;
    this.element = JavaTypeNames.of(plan.precision());
    this.cast = plan.precision() == Scalar.FLOAT ? "(float) " : "";
  }

  List<FieldSpec> constants() {
    List<FieldSpec> constants = new ArrayList<>();
    plan.around()
        .averaging()
        .ifPresent(
            averaging -> {
              if (averaging instanceof Exponential exponential) {
                constants.add(
                    TrainerWriter.constant(
                        TypeName.DOUBLE,
                        "AVERAGE_DECAY",
                        Literals.of(exponential.decay()),
                        "@WeightAveraging(decay)"));
              }
              constants.add(
                  TrainerWriter.constant(
                      TypeName.LONG,
                      "AVERAGE_START",
                      Literals.of(averaging.start()),
                      "@WeightAveraging(start)"));
            });
    return constants;
  }

  List<MethodSpec> methods() {
    return plan.around()
        .averaging()
        .map(averaging -> List.of(ofAll(averaging), ofArray(averaging), exists(), exchange()))
        .orElse(List.of());
  }

  private MethodSpec ofAll(AveragingPlan averaging) {
    CodeBlock.Builder code =
        CodeBlock.builder()
            .addStatement("long n = stepCount() + 1 - AVERAGE_START")
            .beginControlFlow("if (n < 1)")
            .addStatement("return")
            .endControlFlow();
    CodeBlock shares = CodeBlock.of("$Ln", cast);
    if (averaging instanceof Exponential) {
      code.addStatement("double kept = n == 1 ? 0 : AVERAGE_DECAY")
          .addStatement("double taken = 1 - kept");
      shares = CodeBlock.of("$1Lkept, $1Ltaken", cast);
    }
    for (ParameterPlan parameter : plan.arrays()) {
      String average = fields.average(parameter.name());
      String name = parameter.name();
      if (parameter.hasRows()) {
        code.beginControlFlow("for (int row = 0; row < model.$L.length; row++)", name)
            .addStatement("average($L[row], model.$L[row], $L)", average, name, shares)
            .endControlFlow();
      } else {
        code.addStatement("average($L, model.$L, $L)", average, name, shares);
      }
    }
    if (!plan.scalars().isEmpty()) {
      code.add(scalarsRead())
          .addStatement("average($L, $L, $L)", fields.scalarAverage(), fields.scalars(), shares);
    }
    return MethodSpec.methodBuilder("average")
        .addJavadoc("Takes the weights after this update into their average.\n")
        .addModifiers(Modifier.PRIVATE)
        .addCode(code.build())
        .build();
  }

  private MethodSpec ofArray(AveragingPlan averaging) {
    boolean isExponential = averaging instanceof Exponential;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("average")
            .addJavadoc(
                isExponential
                    ? "Exponential moving average, for one array.\n"
                    : "Mean of {@code n} updates, for one array.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
            .addParameter(ArrayTypeName.of(element), "average")
            .addParameter(ArrayTypeName.of(element), "parameter");
    if (isExponential) {
      method.addParameter(element, "kept").addParameter(element, "taken");
    } else {
      method.addParameter(element, "n");
    }
    return method
        .beginControlFlow("for (int i = 0; i < parameter.length; i++)")
        .addStatement(
            isExponential
                ? "average[i] = kept * average[i] + taken * parameter[i]"
                : "average[i] += (parameter[i] - average[i]) / n")
        .endControlFlow()
        .build();
  }

  private static MethodSpec.Builder overriding(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED);
  }

  private static MethodSpec exists() {
    return overriding("hasAverage")
        .returns(TypeName.BOOLEAN)
        .addStatement("return stepCount() > AVERAGE_START")
        .build();
  }

  private MethodSpec exchange() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : plan.arrays()) {
      code.addStatement(
          "$T.exchange(model.$L, $L)",
          Averages.class,
          parameter.name(),
          fields.average(parameter.name()));
    }
    if (!plan.scalars().isEmpty()) {
      code.add(scalarsRead())
          .addStatement(
              "$T.exchange($L, $L)", Averages.class, fields.scalars(), fields.scalarAverage());
    }
    for (int i = 0; i < plan.scalars().size(); i++) {
      code.addStatement("model.$L = $L[$L]", plan.scalars().get(i).name(), fields.scalars(), i);
    }
    return overriding("exchangeAverage").addCode(code.build()).build();
  }

  private CodeBlock scalarsRead() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (int i = 0; i < plan.scalars().size(); i++) {
      code.addStatement("$L[$L] = model.$L", fields.scalars(), i, plan.scalars().get(i).name());
    }
    return code.build();
  }
}
