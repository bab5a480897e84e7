package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.Rows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** Writes the method that multiplies a vector with the Hessian. */
final class HessianWriter {
  private final TrainerPlan plan;
  private final List<ParameterPlan> parameters;
  private final ClassName examples;
  private final TrainerFields fields;
  private final ExampleMethods methods;
  private final ParameterAccessWriter access;
  private final TypeName element;

  /**
   * @param parameters whose parts of the vector a product takes
   */
  HessianWriter(
      TrainerPlan plan,
      List<ParameterPlan> parameters,
      ClassName examples,
      TrainerFields fields,
      ExampleMethods methods) {
    this.plan = plan;
    this.parameters = parameters;
    this.examples = examples;
    this.fields = fields;
    this.methods = methods;
    this.access = new ParameterAccessWriter(plan, fields);
    this.element = JavaTypeNames.of(plan.precision());
  }

  MethodSpec method() {
    CodeBlock.Builder code = CodeBlock.builder();
    if (!plan.arrays().isEmpty()) {
      code.addStatement("checkParameters()");
    }
    CodeBlock length = access.offset(plan.parameters().size());
    code.addStatement("$T.batch(from, to, examples.size())", Check.class)
        .addStatement("$T.length($S, vector.length, $L)", Check.class, "vector", length)
        .addStatement("$T.length($S, out.length, $L)", Check.class, "out", length);
    Map<ParameterPlan, String> directions = new LinkedHashMap<>();
    for (ParameterPlan parameter : parameters) {
      directions.put(parameter, fields.fresh(parameter.name() + "Along"));
      direction(parameter, directions.get(parameter), code);
    }
    List<CodeBlock> example = new ArrayList<>();
    if (!plan.columns().isEmpty()) {
      example.add(ExamplesWriter.row(plan.columns(), "examples", "i"));
    }
    directions.values().forEach(name -> example.add(CodeBlock.of(name)));
    code.add(methods.cleared())
        .addStatement("double share = 1.0 / (to - from)")
        .addStatement("double total = 0")
        .beginControlFlow("for (int i = from; i < to; i++)")
        .addStatement("total += $L", methods.hessian(CodeBlock.join(example, ",$W")))
        .endControlFlow();
    sums(code);
    return MethodSpec.methodBuilder("hessianTimes")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(TypeName.DOUBLE)
        .addParameter(examples, "examples")
        .addParameter(TypeName.INT, "from")
        .addParameter(TypeName.INT, "to")
        .addParameter(ArrayTypeName.of(element), "vector")
        .addParameter(ArrayTypeName.of(element), "out")
        .addCode(code.addStatement("return total / (to - from)").build())
        .build();
  }

  /** The part of the vector that belongs to a parameter, in the parameter's form. */
  private void direction(ParameterPlan parameter, String name, CodeBlock.Builder code) {
    int k = plan.parameters().indexOf(parameter);
    CodeBlock at = access.offset(k);
    TypeName type = JavaTypeNames.of(parameter.type());
    if (parameter.hasRows()) {
      code.addStatement(
              "$T $L = $T.zerosLike($L)", type, name, Rows.class, fields.gradient(parameter))
          .addStatement("$T.fill($L, vector, $L)", Rows.class, name, at);
    } else if (parameter.isArray()) {
      code.addStatement(
          "$T $L = $T.copyOfRange(vector,$W$L,$W$L)",
          type,
          name,
          Arrays.class,
          at,
          access.offset(k + 1));
    } else {
      code.addStatement("$T $L = vector[$L]", type, name, at);
    }
  }

  private void sums(CodeBlock.Builder code) {
    int scalar = 0;
    for (int k = 0; k < plan.parameters().size(); k++) {
      ParameterPlan parameter = plan.parameters().get(k);
      CodeBlock at = access.offset(k);
      if (parameter.hasRows()) {
        code.addStatement("$T.copy($L, out, $L)", Rows.class, fields.gradient(parameter), at);
      } else if (parameter.isArray()) {
        code.addStatement(
            "$1T.arraycopy($2L, 0, out, $3L, $2L.length)",
            System.class,
            fields.gradient(parameter),
            at);
      } else {
        code.addStatement("out[$L] = $L[$L]", at, fields.scalarGradient(), scalar++);
      }
    }
  }
}
