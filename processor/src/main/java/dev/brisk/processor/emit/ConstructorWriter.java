package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.ScalingRule;
import dev.brisk.init.Initializers;
import dev.brisk.processor.plan.ParameterPlan;
import dev.brisk.processor.plan.ParameterPlan.Initialisation;
import dev.brisk.processor.plan.SparsePlan;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.runtime.BatchScale;
import dev.brisk.runtime.Check;
import dev.brisk.runtime.Rows;
import dev.brisk.runtime.RunPlan;
import dev.brisk.runtime.TouchedRows;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
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
        .addStatement("super(LEARNING_RATE, seed, $L$L)", run(), scale())
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
            "new $T($L, $L, $L$L)",
            RunPlan.class,
            run.epochs(),
            run.batchSize(),
            run.examples(),
            run.accumulate() == 1 ? "" : ", " + run.accumulate());
  }

  private CodeBlock scale() {
    return plan.around()
        .scale()
        .map(
            scale ->
                CodeBlock.of(
                    ",$Wnew $T($L, $T.$L)",
                    BatchScale.class,
                    scale.baseBatchSize(),
                    ScalingRule.class,
                    scale.rule()))
        .orElse(CodeBlock.of(""));
  }

  private CodeBlock firstValues() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : plan.parameters()) {
      String name = parameter.name();
      if (parameter.isAllocated()) {
        code.beginControlFlow("if (model.$L == null)", name)
            .addStatement("model.$L = new $T$L", name, element, extents(parameter));
        parameter.initialisation().ifPresent(init -> code.add(initialised(parameter, init)));
        code.endControlFlow();
      } else if (!parameter.isArray() && parameter.initialisation().isPresent()) {
        Initialisation init = parameter.initialisation().get();
        // Initialisers fill arrays; the array of the scalars is free at this time.
        code.addStatement(filled(init, fields.scalars(), random(parameter)))
            .addStatement("model.$L = $L[0]", name, fields.scalars());
      }
    }
    return code.build();
  }

  private static String extents(ParameterPlan parameter) {
    return parameter.lengths().stream()
        .map(length -> "[" + length + "]")
        .collect(Collectors.joining());
  }

  /** Fills a new array; the rows of one draw from one generator, as if they were a flat array. */
  private CodeBlock initialised(ParameterPlan parameter, Initialisation init) {
    CodeBlock values = CodeBlock.of("model.$L", parameter.name());
    CodeBlock.Builder code = CodeBlock.builder();
    if (!parameter.hasRows()) {
      return code.addStatement(filled(init, values.toString(), random(parameter))).build();
    }
    if (init.isRandom()) {
      code.addStatement("$T random = $L", SplittableRandom.class, random(parameter));
    }
    return code.beginControlFlow("for ($T[] row : $L)", element, values)
        .addStatement(filled(init, "row", CodeBlock.of("random")))
        .endControlFlow()
        .build();
  }

  private static CodeBlock random(ParameterPlan parameter) {
    return CodeBlock.of("$T.random(seed, $L)", Initializers.class, parameter.index());
  }

  private static CodeBlock filled(Initialisation init, String values, CodeBlock random) {
    CodeBlock.Builder arguments = CodeBlock.builder().add("$L", values);
    for (Number argument : init.arguments()) {
      arguments.add(
          ", $L", argument instanceof Double value ? Literals.of(value.doubleValue()) : argument);
    }
    if (init.isRandom()) {
      arguments.add(", $L", random);
    }
    return CodeBlock.of("$T.$L($L)", Initializers.class, init.method(), arguments.build());
  }

  private CodeBlock arrays() {
    CodeBlock.Builder code = CodeBlock.builder();
    for (ParameterPlan parameter : plan.arrays()) {
      String name = parameter.name();
      String lengths =
          parameter.lengths().stream().map(length -> ", " + length).collect(Collectors.joining());
      code.addStatement("$1T.parameter($2S, model.$2L$3L)", Check.class, name, lengths);
      code.addStatement("$L = $L", fields.gradient(parameter), zerosLike(parameter));
      plan.sparse(parameter).ifPresent(sparse -> code.addStatement(touched(sparse)));
      List<String> states = plan.isUpdated(parameter) ? plan.update().state() : List.of();
      for (String state : states) {
        code.addStatement("$L = $L", fields.state(name, state), zerosLike(parameter));
      }
      if (plan.around().averaging().isPresent()) {
        code.addStatement("$L = $L", fields.average(name), zerosLike(parameter));
      }
    }
    return code.build();
  }

  private CodeBlock touched(SparsePlan sparse) {
    ParameterPlan parameter = sparse.parameter();
    boolean isDivided = !parameter.hasRows() && sparse.width() > 1;
    return CodeBlock.of(
        "$L = new $T(model.$L.length$L)",
        fields.touchedRows(parameter.name()),
        TouchedRows.class,
        parameter.name(),
        isDivided ? " / " + sparse.width() : "");
  }

  private CodeBlock zerosLike(ParameterPlan parameter) {
    return parameter.hasRows()
        ? CodeBlock.of("$T.zerosLike(model.$L)", Rows.class, parameter.name())
        : CodeBlock.of("new $T[model.$L.length]", element, parameter.name());
  }
}
