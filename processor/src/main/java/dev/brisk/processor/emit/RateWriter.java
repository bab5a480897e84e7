package dev.brisk.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.optimizer.Update;
import dev.brisk.processor.plan.TrainerPlan;
import dev.brisk.processor.schedule.Curve;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.Rise;
import dev.brisk.schedule.Plateau;
import dev.brisk.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Writes the learning rate as a composition of {@link Schedules} and their like, and in the same
 * way the momentum where it is cycled.
 */
final class RateWriter {
  private final RateCurve curve;
  private final Optional<Update.Constant> momentum;
  private final PhasesWriter phases;
  private final List<MethodSpec> settings = new ArrayList<>();

  RateWriter(TrainerPlan plan) {
    this.curve = plan.rate().curve();
    this.momentum = plan.update().cycled();
    this.phases = new PhasesWriter(curve);
  }

  /** The hyper-parameters that {@link #methods} use. */
  Set<FieldSpec> constants() {
    return phases.constants();
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(scheduledRate());
    if (curve.rise().isPresent()) {
      methods.add(setting("warmupSteps", TypeName.LONG, CodeBlock.of("WARMUP_STEPS")));
    }
    methods.addAll(settings);
    momentum.ifPresent(own -> methods.add(scheduledMomentum(own)));
    return methods;
  }

  private MethodSpec scheduledRate() {
    return MethodSpec.methodBuilder("scheduledRate")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(TypeName.DOUBLE)
        .addParameter(TypeName.DOUBLE, "base")
        .addParameter(TypeName.LONG, "t")
        .addCode(phases.write(new Rate()))
        .build();
  }

  private MethodSpec scheduledMomentum(Update.Constant own) {
    return MethodSpec.methodBuilder("scheduledMomentum")
        .addJavadoc("The $L of update number {@code t}, counted from 0.\n", own.attribute())
        .addModifiers(Modifier.PRIVATE)
        .returns(TypeName.DOUBLE)
        .addParameter(TypeName.LONG, "t")
        .beginControlFlow("if (isTrial())")
        .addStatement("return $L", annotated(own))
        .endControlFlow()
        .addCode(phases.write(new Momentum(own)))
        .build();
  }

  /** The constant of the annotated momentum. */
  private CodeBlock annotated(Update.Constant own) {
    phases.constant(own.name(), own.value(), UpdateWriter.origin(own));
    return CodeBlock.of(own.name());
  }

  /** The rate starts from {@code base} in every phase. */
  private final class Rate implements Course {
    @Override
    public CodeBlock during(Rise rise) {
      phases.constant("START_FACTOR", rise.startFactor(), "@Warmup(startFactor)");
      return CodeBlock.of(
          "$T.$L(base, t, WARMUP_STEPS, START_FACTOR)", Schedules.class, rise.method());
    }

    @Override
    public Optional<Curve.Computed> computed(Curve phase) {
      return phase instanceof Curve.Computed computed ? Optional.of(computed) : Optional.empty();
    }

    @Override
    public List<CodeBlock> firstArguments() {
      return List.of(CodeBlock.of("base"));
    }

    @Override
    public CodeBlock unchanged(Curve phase) {
      if (phase instanceof Curve.Watched watched) {
        plateau(watched);
        return CodeBlock.of("plateauRate(base)");
      }
      return CodeBlock.of("base");
    }
  }

  /** The momentum is the optimizer's own where no schedule cycles it. */
  private final class Momentum implements Course {
    private final Update.Constant own;

    Momentum(Update.Constant own) {
      this.own = own;
    }

    @Override
    public CodeBlock during(Rise rise) {
      return annotated(own);
    }

    @Override
    public Optional<Curve.Computed> computed(Curve phase) {
      return phase.momentum();
    }

    @Override
    public List<CodeBlock> firstArguments() {
      return List.of();
    }

    @Override
    public CodeBlock unchanged(Curve phase) {
      return annotated(own);
    }
  }

  private void plateau(Curve.Watched watched) {
    CodeBlock arguments =
        watched.settings().stream()
            .map(constant -> phases.constant(constant, ""))
            .collect(CodeBlock.joining(",$W"));
    phases.declare(
        FieldSpec.builder(
                Plateau.class, "PLATEAU", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer("new $T($L)", Plateau.class, arguments)
            .build());
    settings.add(setting("plateau", ClassName.get(Plateau.class), CodeBlock.of("PLATEAU")));
    if (!watched.monitor().isEmpty()) {
      settings.add(
          setting("monitor", ClassName.get(String.class), CodeBlock.of("$S", watched.monitor())));
    }
  }

  private static MethodSpec setting(String name, TypeName type, CodeBlock value) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(type)
        .addStatement("return $L", value)
        .build();
  }
}
