package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.brisk.processor.plan.TrainerPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Writes the methods that tell how the model is annotated. */
final class AnnotationsWriter {
  private final TrainerPlan plan;

  AnnotationsWriter(TrainerPlan plan) {
    this.plan = plan;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(annotation());
    if (!plan.configuration().isEmpty()) {
      methods.add(configuration());
    }
    return methods;
  }

  private MethodSpec annotation() {
    List<String> optimizer = plan.optimizer();
    String others =
        optimizer.stream().skip(1).map(attribute -> ", " + attribute).collect(Collectors.joining());
    return MethodSpec.methodBuilder("annotation")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(String.class)
        .addParameter(String.class, "learningRate")
        .addStatement(
            "return $S +$WlearningRate +$W$S",
            "@Optimizer(" + optimizer.get(0) + ", learningRate = ",
            others + ")")
        .build();
  }

  private MethodSpec configuration() {
    CodeBlock texts =
        plan.configuration().stream()
            .map(text -> CodeBlock.of("$S", text))
            .collect(CodeBlock.joining(",$W"));
    return MethodSpec.methodBuilder("configuration")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(ParameterizedTypeName.get(List.class, String.class))
        .addStatement("return $T.of($L)", List.class, texts)
        .build();
  }
}
