package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.init.Initializers;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.ParameterPlan.Initialisation;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.RunPlan;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** Writes the constructors: first values of parameters, and arrays beside them. */
final class ConstructorWriter {
  private final TrainerPlan plan;
  private final ClassName model;
  private final TrainerFields fields;
  private final TypeName element;

  ConstructorWriter(TrainerPlan plan, ClassName model, TrainerFields fields) {
    this.plan = plan;
    this.model = model;
    this.fields = fields;
    this.element = JavaTypeNames.of(plan.precision());
  }

  List<MethodSpec> methods() {
    return List.of(withoutSeed(), withSeed());
  }

  private MethodSpec.Builder constructor() {
    MethodSpec.Builder method = MethodSpec.constructorBuilder();
    return plan.isPublic() ? method.addModifiers(Modifier.PUBLIC) : method;
  }

  private MethodSpec withoutSeed() {
    return constructor()
        .addJavadoc("A trainer of the model, with seed 0.\n")
        .addParameter(model, "model")
        .addStatement("this(model, 0)")
        .build();
  }

  private MethodSpec withSeed() {
    return constructor()
        .addJavadoc("A trainer of the model. Arrays that are null are made and initialised.\n")
        .addJavadoc("\n@param seed of first values and of the order of examples\n")
        .addParameter(model, "model")
        .addParameter(TypeName.LONG, "seed")
        .addStatement("super(LEARNING_RATE, seed, $L)", run())
        .addStatement("this.model = $T.requireNonNull(model, $S)", Objects.class, "model")
        .addCode(firstValues())
        .addCode(arrays())
        .build();
  }

  private CodeBlock run() {
    RunPlan run = plan.run();
    return run.equals(RunPlan.OPEN)
        ? CodeBlock.of("$T.OPEN", RunPlan.class)
        : CodeBlock.of(
            "new $T($L, $L, $L)", RunPlan.class, run.epochs(), run.batchSize(), run.examples());
  }

  private CodeBlock firstValues() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : plan.parameters()) {
      String name = parameter.name();
      if (parameter.isAllocated()) {
        code.beginControlFlow("if (model.$L == null)", name)
            .addStatement("model.$L = new $T[$L]", name, element, parameter.length().orElseThrow());
        parameter
            .initialisation()
            .ifPresent(init -> code.addStatement(initialised(parameter, init, "model." + name)));
        code.endControlFlow();
      } else if (!parameter.isArray() && parameter.initialisation().isPresent()) {
        Initialisation init = parameter.initialisation().get();
        // Initialisers fill arrays; the array of the scalars is free at this time.
        code.addStatement(initialised(parameter, init, fields.scalars()))
            .addStatement("model.$L = $L[0]", name, fields.scalars());
      }
    }
    return code.build();
  }

  private static CodeBlock initialised(
      ParameterPlan parameter, Initialisation init, String values) {
    CodeBlock.Builder arguments = CodeBlock.builder().add("$L", values);
    for (Number argument : init.arguments()) {
      arguments.add(
          ", $L", argument instanceof Double value ? Literals.of(value.doubleValue()) : argument);
    }
    if (init.isRandom()) {
      arguments.add(", $T.random(seed, $L)", Initializers.class, parameter.index());
    }
    return CodeBlock.of("$T.$L($L)", Initializers.class, init.method(), arguments.build());
  }

  private CodeBlock arrays() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : plan.arrays()) {
      String name = parameter.name();
      parameter
          .length()
          .ifPresentOrElse(
              length ->
                  code.addStatement(
                      "$1T.parameter($2S, model.$2L, $3L)", Check.class, name, length),
              () -> code.addStatement("$1T.parameter($2S, model.$2L)", Check.class, name));
      code.addStatement("$L = new $T[model.$L.length]", fields.gradient(parameter), element, name);
      for (String state : plan.update().state()) {
        code.addStatement("$L = new $T[model.$L.length]", fields.state(name, state), element, name);
      }
    }
    return code.build();
  }
}
