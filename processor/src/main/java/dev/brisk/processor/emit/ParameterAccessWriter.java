package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.ParameterLayout;
import dev.brisk.runtime.Rows;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the methods that lay all parameters out in one vector. */
final class ParameterAccessWriter {
  private final TrainerPlan plan;
  private final TrainerFields fields;

  ParameterAccessWriter(TrainerPlan plan, TrainerFields fields) {
    this.plan = plan;
    this.fields = fields;
  }

  List<MethodSpec> methods() {
    return List.of(layout(), parameters(), setParameters());
  }

  private MethodSpec layout() {
    List<CodeBlock> layouts = new ArrayList<>();
    for (int k = 0; k < plan.parameters().size(); k++) {
      ParameterPlan parameter = plan.parameters().get(k);
      layouts.add(
          CodeBlock.of(
              "new $T($S,$W$L,$W$L)",
              ParameterLayout.class,
              parameter.name(),
              offset(k),
              shape(parameter)));
    }
    return method("layout")
        .returns(
            ParameterizedTypeName.get(
                ClassName.get(List.class), ClassName.get(ParameterLayout.class)))
        .addStatement("return $T.of(\n$L)", List.class, CodeBlock.join(layouts, ",\n"))
        .build();
  }

  private CodeBlock shape(ParameterPlan parameter) {
    if (parameter.isArray() && parameter.shape().isEmpty()) {
      return parameter.hasRows()
          ? CodeBlock.of("$T.shape($L)", Rows.class, fields.gradient(parameter))
          : CodeBlock.of("$T.of($L)", List.class, length(parameter));
    }
    CodeBlock extents =
        parameter.shape().stream()
            .map(extent -> CodeBlock.of("$L", extent))
            .collect(CodeBlock.joining(", "));
    return CodeBlock.of("$T.of($L)", List.class, extents);
  }

  private MethodSpec parameters() {
    CodeBlock.Builder code = checked("out");
    for (int k = 0; k < plan.parameters().size(); k++) {
      ParameterPlan parameter = plan.parameters().get(k);
      String name = parameter.name();
      CodeBlock at = offset(k);
      if (parameter.hasRows()) {
        code.addStatement("$T.copy(model.$L, out, $L)", Rows.class, name, at);
      } else if (parameter.isArray()) {
        code.addStatement(
            "$T.arraycopy(model.$L,$W0,$Wout,$W$L,$W$L)",
            System.class,
            name,
            at,
            length(parameter));
      } else {
        code.addStatement("out[$L] = model.$L", at, name);
      }
    }
    return overVector("parameters", "out", code);
  }

  private MethodSpec setParameters() {
    CodeBlock.Builder code = checked("values");
    for (int k = 0; k < plan.parameters().size(); k++) {
      ParameterPlan parameter = plan.parameters().get(k);
      String name = parameter.name();
      CodeBlock at = offset(k);
      if (parameter.hasRows()) {
        code.addStatement("$T.fill(model.$L, values, $L)", Rows.class, name, at);
      } else if (parameter.isArray()) {
        code.addStatement(
            "$T.arraycopy(values,$W$L,$Wmodel.$L,$W0,$W$L)",
            System.class,
            at,
            name,
            length(parameter));
      } else {
        code.addStatement("model.$L = values[$L]", name, at);
      }
    }
    return overVector("setParameters", "values", code);
  }

  private CodeBlock.Builder checked(String vector) {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!plan.arrays().isEmpty()) {
      code.addStatement("checkParameters()");
    }
    return code.addStatement(
        "$1T.length($2S, $2L.length, $3L)", Check.class, vector, offset(plan.parameters().size()));
  }

  private MethodSpec overVector(String name, String vector, CodeBlock.Builder code) {
    return method(name)
        .addParameter(ArrayTypeName.of(JavaTypeNames.of(plan.precision())), vector)
        .addCode(code.build())
        .build();
  }

  private static MethodSpec.Builder method(String name) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeName.VOID);
  }

  /** What the parameters before that of the index take together: a number, then what is not one. */
  CodeBlock offset(int index) {
    int known = 0;
    List<CodeBlock> terms = new ArrayList<>();
    for (ParameterPlan parameter : plan.parameters().subList(0, index)) {
      if (!parameter.isArray() || !parameter.lengths().isEmpty()) {
        known += product(parameter.lengths());
      } else {
        terms.add(length(parameter));
      }
    }
    if (known > 0 || terms.isEmpty()) {
      terms.add(0, CodeBlock.of("$L", known));
    }
    return CodeBlock.join(terms, " + ");
  }

  /** The number of elements of an array; its gradient has as many. */
  private CodeBlock length(ParameterPlan parameter) {
    if (!parameter.lengths().isEmpty()) {
      return CodeBlock.of("$L", product(parameter.lengths()));
    }
    String gradient = fields.gradient(parameter);
    return parameter.hasRows()
        ? CodeBlock.of("$T.size($L)", Rows.class, gradient)
        : CodeBlock.of("$L.length", gradient);
  }

  private static int product(List<Integer> lengths) {
    return lengths.stream().reduce(1, Math::multiplyExact);
  }
}
