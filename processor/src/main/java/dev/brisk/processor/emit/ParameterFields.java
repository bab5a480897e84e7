package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.TouchedRows;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Declares what a trainer keeps beside each parameter: gradients and optimizer state. */
final class ParameterFields {
  private final TrainerPlan plan;
  private final TrainerFields fields;
  private final TypeName array;

  ParameterFields(TrainerPlan plan, TrainerFields fields) {
    this.plan = plan;
    this.fields = fields;
    this.array = ArrayTypeName.of(JavaTypeNames.of(plan.precision()));
  }

  List<FieldSpec> declarations() {
    List<FieldSpec> declarations = new ArrayList<>();
    for (ParameterPlan parameter : plan.arrays()) {
      declarations.add(field(type(parameter), fields.gradient(parameter)));
      if (plan.sparse(parameter).isPresent()) {
        declarations.add(
            field(TypeName.get(TouchedRows.class), fields.touchedRows(parameter.name())));
      }
    }
    for (ParameterPlan single : plan.singles()) {
      String name = fields.gradient(single);
      declarations.add(
          field(array, name).toBuilder()
              .initializer("new $T[1]", JavaTypeNames.of(plan.precision()))
              .build());
    }
    if (!plan.scalars().isEmpty()) {
      String names =
          plan.scalars().stream().map(ParameterPlan::name).collect(Collectors.joining(", "));
      declarations.add(scalars(fields.scalarGradient(), "gradients of " + names));
      declarations.add(scalars(fields.scalars(), names + " while they are updated"));
    }
    for (String state : plan.update().state()) {
      for (ParameterPlan parameter : plan.arrays()) {
        if (plan.isUpdated(parameter)) {
          declarations.add(field(type(parameter), fields.state(parameter.name(), state)));
        }
      }
      if (plan.scalars().stream().anyMatch(plan::isUpdated)) {
        declarations.add(scalars(fields.scalarState(state), "of the optimizer"));
      }
    }
    if (plan.around().averaging().isPresent()) {
      for (ParameterPlan parameter : plan.arrays()) {
        declarations.add(field(type(parameter), fields.average(parameter.name())));
      }
      if (!plan.scalars().isEmpty()) {
        declarations.add(scalars(fields.scalarAverage(), "of the scalars"));
      }
    }
    plan.update()
        .measure()
        .ifPresent(
            measure ->
                declarations.add(
                    field(ArrayTypeName.of(TypeName.DOUBLE), fields.squares()).toBuilder()
                        .initializer("new double[$L]", measure.norms().size())
                        .build()));
    return declarations;
  }

  private static TypeName type(ParameterPlan parameter) {
    return JavaTypeNames.of(parameter.type());
  }

  private static FieldSpec field(TypeName type, String name) {
    return FieldSpec.builder(type, name, Modifier.PRIVATE, Modifier.FINAL).build();
  }

  private FieldSpec scalars(String name, String comment) {
    return field(array, name).toBuilder()
        .initializer(
            "new $T[$L] $L",
            JavaTypeNames.of(plan.precision()),
            plan.scalars().size(),
            SourceText.trailing(comment))
        .build();
  }
}
