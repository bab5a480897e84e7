package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.StateVisitor;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the method that shows all that is carried from one update to the next. */
final class StateWriter {
  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final CodeBlock.Builder code = CodeBlock.builder();

  StateWriter(TrainerPlan plan, TrainerFields fields) {
    this.plan = plan;
    this.fields = fields;
  }

  MethodSpec method() {
    for (ParameterPlan parameter : plan.parameters()) {
      if (parameter.isArray()) {
        array(parameter);
      } else {
        scalar(parameter, plan.scalars().indexOf(parameter));
      }
    }
    return MethodSpec.methodBuilder("visitState")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .addParameter(StateVisitor.class, "visitor")
        .addCode(code.build())
        .build();
  }

  private List<String> states(ParameterPlan parameter) {
    return plan.isUpdated(parameter) ? plan.update().state() : List.of();
  }

  private void array(ParameterPlan parameter) {
    String name = parameter.name();
    visitArray(name, "model." + name);
    for (String state : states(parameter)) {
      visitArray(name + "." + state, fields.state(name, state));
    }
    if (plan.averagedArrays().contains(parameter)) {
      visitArray(name + ".average", fields.average(name));
    }
  }

  private void scalar(ParameterPlan parameter, int place) {
    String name = parameter.name();
    visitNumber(name, "model." + name);
    for (String state : states(parameter)) {
      visitNumber(name + "." + state, fields.scalarState(state) + "[" + place + "]");
    }
    if (plan.around().averaging().isPresent()) {
      visitNumber(name + ".average", fields.scalarAverage() + "[" + place + "]");
    }
  }

  private void visitArray(String name, String field) {
    code.addStatement("visitor.array($S, $L)", name, field);
  }

  private void visitNumber(String name, String field) {
    code.addStatement("$2L =$Wvisitor.number($1S, $2L)", name, field);
  }
}
