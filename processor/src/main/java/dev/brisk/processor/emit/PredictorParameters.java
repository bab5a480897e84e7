package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.brisk.processor.plan.MethodText;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the parameters of a predictor, and what reads them from a file. */
final class PredictorParameters {
  /** The nested class that reads a file. */
  static final String READER = "Parameters";

  private final TrainerPlan plan;
  private final ClassName predictor;

  PredictorParameters(TrainerPlan plan, ClassName predictor) {
    this.plan = plan;
    this.predictor = predictor;
  }

  List<FieldSpec> fields() {
    return plan.parameters().stream()
        .map(
            parameter ->
                FieldSpec.builder(
                        JavaTypeNames.of(parameter.type()),
                        parameter.name(),
                        Modifier.PRIVATE,
                        Modifier.FINAL)
                    .build())
        .toList();
  }

  MethodSpec constructor() {
    MethodSpec.Builder constructor =
        MethodSpec.constructorBuilder()
            .addModifiers(Modifier.PRIVATE)
            .addParameter(predictor.nestedClass(READER), "parameters")
            .addException(IOException.class);
    for (ParameterPlan parameter : plan.parameters()) {
      constructor.addStatement("this.$L = $L", parameter.name(), read(parameter));
    }
    return constructor.build();
  }

  private static CodeBlock read(ParameterPlan parameter) {
    String field = parameter.name();
    if (!parameter.isArray()) {
      return CodeBlock.of("parameters.values($S)[0]", field);
    }
    List<Integer> unknown = parameter.hasRows() ? List.of(-1, -1) : List.of(-1);
    List<Integer> shape = parameter.shape().isEmpty() ? unknown : parameter.shape();
    CodeBlock extents =
        shape.stream().map(extent -> CodeBlock.of("$L", extent)).collect(CodeBlock.joining(", "));
    return CodeBlock.of(
        "parameters.$L($S, $L)", parameter.hasRows() ? "rows" : "values", field, extents);
  }

  TypeSpec reader() {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(READER)
            .addJavadoc("The numbers of a file in the safetensors format.\n")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addField(String.class, "header", Modifier.PRIVATE, Modifier.FINAL)
            .addField(ByteBuffer.class, "data", Modifier.PRIVATE, Modifier.FINAL);
    for (MethodText text : MethodText.read(PredictorParameters.class, "parameters.txt")) {
      if (text.name().equals("rows")
          && plan.parameters().stream().noneMatch(ParameterPlan::hasRows)) {
        continue;
      }
      type.addMethod(MethodTexts.write(text.of(plan.precision())).build());
    }
    return type.build();
  }
}
