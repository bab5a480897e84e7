package dev.brisk.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.schedule.Call;
import dev.brisk.processor.schedule.Call.Constant;
import dev.brisk.processor.schedule.Curve;
import dev.brisk.processor.schedule.RateCurve;
import dev.brisk.processor.schedule.RateCurve.Phase;
import dev.brisk.processor.schedule.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes values that change over the phases of a run, and the hyper-parameters they are made of.
 */
final class PhasesWriter {
  private final RateCurve curve;
  private final boolean countsEpochs;
  private final String clock;
  private final Set<FieldSpec> constants = new LinkedHashSet<>();

  PhasesWriter(RateCurve curve) {
    this.curve = curve;
    this.countsEpochs = curve.unit() == Unit.EPOCH;
    this.clock = countsEpochs ? "epoch" : "t";
  }

  /** The hyper-parameters that were written so far, each once. */
  Set<FieldSpec> constants() {
    return constants;
  }

  /** The statements that return the value of update number {@code t}. */
  CodeBlock write(Course course) {
    CodeBlock.Builder code = CodeBlock.builder();
    curve
        .rise()
        .ifPresent(
            rise -> {
              constant("WARMUP_STEPS", rise.steps(), "@Warmup(steps)");
              code.beginControlFlow("if (t < WARMUP_STEPS)")
                  .addStatement("return $L", course.during(rise))
                  .endControlFlow();
            });
    List<Phase> phases = curve.phases();
    boolean isConstant = phases.size() == 1 && course.computed(phases.get(0).curve()).isEmpty();
    if (countsEpochs && !isConstant) {
      code.addStatement("long epoch = epochAt(t)");
    }
    for (int i = 0; i < phases.size(); i++) {
      String suffix = phases.size() == 1 ? "" : "_" + (i + 1);
      if (i < phases.size() - 1) {
        long end = onClock(phases.get(i + 1));
        code.beginControlFlow("if ($L < $L)", clock, Literals.of(end))
            .addStatement("return $L", sized(course, phases.get(i), suffix))
            .endControlFlow();
      } else {
        last(course, phases.get(i), suffix, code);
      }
    }
    return code.build();
  }

  /** A phase of a length of its own, which the condition before it ends. */
  private CodeBlock sized(Course course, Phase phase, String suffix) {
    CodeBlock length = CodeBlock.of(Literals.of(phase.length().orElseThrow()));
    return course
        .computed(phase.curve())
        .map(computed -> value(course, computed, since(start(phase)), length, suffix))
        .orElseGet(() -> course.unchanged(phase.curve()));
  }

  private void last(Course course, Phase phase, String suffix, CodeBlock.Builder code) {
    Optional<Curve.Computed> computed = course.computed(phase.curve());
    if (computed.isEmpty()) {
      code.addStatement("return $L", course.unchanged(phase.curve()));
      return;
    }
    if (phase.length().isPresent()) {
      long length = phase.length().getAsLong();
      constant("SCHEDULE_STEPS" + suffix, length, "@Schedule(steps)");
      CodeBlock last = CodeBlock.of("SCHEDULE_STEPS$L", suffix);
      boolean holdsTheStepBefore = phase.curve().lastChange(length) < length;
      CodeBlock since =
          CodeBlock.of(
              "$T.min($L, $L$L)",
              Math.class,
              since(start(phase)),
              last,
              holdsTheStepBefore ? " - 1" : "");
      code.addStatement("return $L", value(course, computed.get(), since, last, suffix));
      return;
    }
    String ofEpochs = countsEpochs ? "Epoch" : "";
    code.addStatement("long start = $T.max($L, runStart$L())", Math.class, start(phase), ofEpochs);
    code.addStatement(
        "return $L",
        value(
            course,
            computed.get(),
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

  private CodeBlock value(
      Course course, Curve.Computed computed, CodeBlock since, CodeBlock length, String suffix) {
    Call call = computed.call();
    List<CodeBlock> arguments = new ArrayList<>(course.firstArguments());
    arguments.add(since);
    if (call.takesLength()) {
      arguments.add(length);
    }
    call.constants().forEach(constant -> arguments.add(constant(constant, suffix)));
    return CodeBlock.of("$T.$L($L)", call.owner(), call.method(), CodeBlock.join(arguments, ",$W"));
  }

  /** The name of a hyper-parameter, which is declared. */
  CodeBlock constant(Constant constant, String suffix) {
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

  void constant(String name, long value, String origin) {
    declare(TypeName.LONG, name, Literals.of(value), origin);
  }

  void constant(String name, double value, String origin) {
    declare(TypeName.DOUBLE, name, Literals.of(value), origin);
  }

  private void declare(TypeName type, String name, String value, String origin) {
    declare(TrainerWriter.constant(type, name, value, origin));
  }

  void declare(FieldSpec constant) {
    constants.add(constant);
  }
}
