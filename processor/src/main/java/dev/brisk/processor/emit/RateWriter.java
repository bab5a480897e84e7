package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.RatePlan;
import dev.brisk.processor.schedule.Call;
import dev.brisk.processor.schedule.Call.Constant;
import dev.brisk.processor.schedule.Curve;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Phase;
import dev.brisk.processor.schedule.Unit;
import dev.brisk.schedule.Plateau;
import dev.brisk.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the learning rate as a composition of {@link Schedules} and their like. */
final class RateWriter {
  private final RateCurve curve;
  private final boolean countsEpochs;
  private final String clock;
  private final List<FieldSpec> constants = new ArrayList<>();
  private final List<MethodSpec> settings = new ArrayList<>();

  RateWriter(RatePlan plan) {
    this.curve = plan.curve();
    this.countsEpochs = curve.unit() == Unit.EPOCH;
    this.clock = countsEpochs ? "epoch" : "t";
  }

  /** The hyper-parameters that {@link #methods} use. */
  List<FieldSpec> constants() {
    return constants;
  }

  List<MethodSpec> methods() {
    List<MethodSpec> methods = new ArrayList<>();
    methods.add(scheduledRate());
    if (curve.rise().isPresent() && (countsEpochs || curve.isWatched())) {
      methods.add(setting("warmupSteps", TypeName.LONG, CodeBlock.of("WARMUP_STEPS")));
    }
    methods.addAll(settings);
    return methods;
  }

  private MethodSpec scheduledRate() {
    CodeBlock.Builder code = CodeBlock.builder();
    curve
        .rise()
        .ifPresent(
            rise -> {
              constant("WARMUP_STEPS", rise.steps(), "@Warmup(steps)");
              constant("START_FACTOR", rise.startFactor(), "@Warmup(startFactor)");
              code.beginControlFlow("if (t < WARMUP_STEPS)")
                  .addStatement(
                      "return $T.$L(base, t, WARMUP_STEPS, START_FACTOR)",
                      Schedules.class,
                      rise.method())
                  .endControlFlow();
            });
    List<Phase> phases = curve.phases();
    boolean isConstant = phases.size() == 1 && !(phases.get(0).curve() instanceof Curve.Computed);
    if (countsEpochs && !isConstant) {
      code.addStatement("long epoch = epochAt(t)");
    }
    for (int i = 0; i < phases.size(); i++) {
      String suffix = phases.size() == 1 ? "" : "_" + (i + 1);
      if (i < phases.size() - 1) {
        long end = onClock(phases.get(i + 1));
        code.beginControlFlow("if ($L < $L)", clock, Literals.of(end))
            .addStatement("return $L", sized(phases.get(i), suffix))
            .endControlFlow();
      } else {
        last(phases.get(i), suffix, code);
      }
    }
    return MethodSpec.methodBuilder("scheduledRate")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(TypeName.DOUBLE)
        .addParameter(TypeName.DOUBLE, "base")
        .addParameter(TypeName.LONG, "t")
        .addCode(code.build())
        .build();
  }

  /** A phase of a length of its own, which the condition before it ends. */
  private CodeBlock sized(Phase phase, String suffix) {
    CodeBlock length = CodeBlock.of(Literals.of(phase.length().orElseThrow()));
    return rate(phase.curve(), since(start(phase)), length, suffix);
  }

  private void last(Phase phase, String suffix, CodeBlock.Builder code) {
    Curve form = phase.curve();
    if (!(form instanceof Curve.Computed)) {
      code.addStatement("return $L", rate(form, CodeBlock.of(""), CodeBlock.of(""), suffix));
      return;
    }
    if (phase.length().isPresent()) {
      long length = phase.length().getAsLong();
      constant("SCHEDULE_STEPS" + suffix, length, "@Schedule(steps)");
      CodeBlock last = CodeBlock.of("SCHEDULE_STEPS$L", suffix);
      boolean holdsTheStepBefore = form.lastChange(length) < length;
      CodeBlock since =
          CodeBlock.of(
              "$T.min($L, $L$L)",
              Math.class,
              since(start(phase)),
              last,
              holdsTheStepBefore ? " - 1" : "");
      code.addStatement("return $L", rate(form, since, last, suffix));
      return;
    }
    String ofEpochs = countsEpochs ? "Epoch" : "";
    code.addStatement("long start = $T.max($L, runStart$L())", Math.class, start(phase), ofEpochs);
    code.addStatement(
        "return $L",
        rate(
            form,
            CodeBlock.of("$L - start", clock),
            CodeBlock.of("runEnd$L() - start", ofEpochs),
            suffix));
  }

  private CodeBlock start(Phase phase) {
    boolean isAfterWarmup = !countsEpochs && curve.rise().isPresent() && phase.start() == 0;
    return CodeBlock.of(isAfterWarmup ? "WARMUP_STEPS" : Literals.of(onClock(phase)));
  }

  /** Where a phase begins, by the clock that the code reads. */
  private long onClock(Phase phase) {
    return countsEpochs ? phase.start() : curve.start(phase);
  }

  private CodeBlock since(CodeBlock start) {
    return start.toString().equals("0L")
        ? CodeBlock.of(clock)
        : CodeBlock.of("$L - $L", clock, start);
  }

  private CodeBlock rate(Curve form, CodeBlock since, CodeBlock length, String suffix) {
    if (form instanceof Curve.Computed computed) {
      Call call = computed.call();
      List<CodeBlock> arguments = new ArrayList<>(List.of(CodeBlock.of("base"), since));
      if (call.takesLength()) {
        arguments.add(length);
      }
      call.constants().forEach(constant -> arguments.add(constant(constant, suffix)));
      return CodeBlock.of(
          "$T.$L($L)", call.owner(), call.method(), CodeBlock.join(arguments, ",$W"));
    } else if (form instanceof Curve.Watched watched) {
      plateau(watched, suffix);
      return CodeBlock.of("plateauRate(base)");
    }
    return CodeBlock.of("base");
  }

  private void plateau(Curve.Watched watched, String suffix) {
    CodeBlock arguments =
        watched.settings().stream()
            .map(constant -> constant(constant, suffix))
            .collect(CodeBlock.joining(",$W"));
    constants.add(
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

  /** The name of a hyper-parameter, which is declared. */
  private CodeBlock constant(Constant constant, String suffix) {
    String name = constant.name() + suffix;
    if (constant.value() instanceof Double value) {
      constant(name, value, constant.origin());
    } else if (constant.value() instanceof Long value) {
      constant(name, value, constant.origin());
    } else if (constant.value() instanceof Boolean value) {
      declare(TypeName.BOOLEAN, name, value.toString(), constant.origin());
    } else {
      List<?> values = (List<?>) constant.value();
      List<String> literals = values.stream().map(value -> Literals.of((Long) value)).toList();
      declare(
          ArrayTypeName.of(TypeName.LONG),
          name,
          "{" + String.join(", ", literals) + "}",
          constant.origin());
    }
    return CodeBlock.of(name);
  }

  private void constant(String name, long value, String origin) {
    declare(TypeName.LONG, name, Literals.of(value), origin);
  }

  private void constant(String name, double value, String origin) {
    declare(TypeName.DOUBLE, name, Literals.of(value), origin);
  }

  private void declare(TypeName type, String name, String value, String origin) {
    constants.add(TrainerWriter.constant(type, name, value, origin));
  }
}
