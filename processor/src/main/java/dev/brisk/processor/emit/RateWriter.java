package dev.brisk.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.brisk.processor.plan.RatePlan;
import dev.brisk.processor.plan.RatePlan.Form;
import dev.brisk.processor.plan.RatePlan.Phase;
import dev.brisk.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Writes the learning rate as a composition of {@link Schedules}. */
final class RateWriter {
  private final RatePlan plan;
  private final List<FieldSpec> constants = new ArrayList<>();

  RateWriter(RatePlan plan) {
    this.plan = plan;
  }

  /** The hyper-parameters that {@link #method} uses. */
  List<FieldSpec> constants() {
    return constants;
  }

  MethodSpec method() {
    CodeBlock.Builder code = CodeBlock.builder();
    plan.warmup()
        .ifPresent(
            warmup -> {
              constant("WARMUP_STEPS", warmup.steps(), "@Warmup(steps)");
              constant("START_FACTOR", warmup.startFactor(), "@Warmup(startFactor)");
              code.beginControlFlow("if (t < WARMUP_STEPS)")
                  .addStatement(
                      "return $T.warmup(base, t, WARMUP_STEPS, START_FACTOR)", Schedules.class)
                  .endControlFlow();
            });
    List<Phase> phases = plan.phases();
    for (int i = 0; i < phases.size(); i++) {
      String suffix = phases.size() == 1 ? "" : "_" + (i + 1);
      if (i < phases.size() - 1) {
        long end = phases.get(i + 1).start();
        code.beginControlFlow("if (t < $L)", Literals.of(end))
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
    CodeBlock since = since(start(phase));
    CodeBlock length = CodeBlock.of(Literals.of(phase.length().orElseThrow()));
    return rate(phase.form(), since, length, suffix);
  }

  private void last(Phase phase, String suffix, CodeBlock.Builder code) {
    if (phase.form() instanceof Form.Constant) {
      code.addStatement("return base");
      return;
    }
    if (phase.length().isPresent()) {
      constant("SCHEDULE_STEPS" + suffix, phase.length().get(), "@Schedule(steps)");
      CodeBlock since =
          CodeBlock.of("$T.min($L, SCHEDULE_STEPS$L)", Math.class, since(start(phase)), suffix);
      code.addStatement(
          "return $L", rate(phase.form(), since, CodeBlock.of("SCHEDULE_STEPS$L", suffix), suffix));
      return;
    }
    code.addStatement("long start = $T.max($L, runStart())", Math.class, start(phase));
    code.addStatement(
        "return $L",
        rate(phase.form(), CodeBlock.of("t - start"), CodeBlock.of("runEnd() - start"), suffix));
  }

  private CodeBlock start(Phase phase) {
    boolean isAfterWarmup =
        plan.warmup().isPresent() && plan.warmup().get().steps() == phase.start();
    return CodeBlock.of(isAfterWarmup ? "WARMUP_STEPS" : Literals.of(phase.start()));
  }

  private static CodeBlock since(CodeBlock start) {
    return start.toString().equals("0L") ? CodeBlock.of("t") : CodeBlock.of("t - $L", start);
  }

  private CodeBlock rate(Form form, CodeBlock since, CodeBlock length, String suffix) {
    if (form instanceof Form.Step step) {
      constant("STEP_SIZE" + suffix, step.stepSize(), "@Schedule(stepSize)");
      constant("GAMMA" + suffix, step.gamma(), "@Schedule(gamma)");
      return CodeBlock.of(
          "$1T.step(base, $2L, STEP_SIZE$3L, GAMMA$3L)", Schedules.class, since, suffix);
    } else if (form instanceof Form.Exponential exponential) {
      constant("GAMMA" + suffix, exponential.gamma(), "@Schedule(gamma)");
      return CodeBlock.of("$T.exponential(base, $L, GAMMA$L)", Schedules.class, since, suffix);
    } else if (form instanceof Form.Cosine cosine) {
      constant("MIN_LEARNING_RATE" + suffix, cosine.minimum(), "@Schedule(minLearningRate)");
      return CodeBlock.of(
          "$T.cosine(base, $L, $L, MIN_LEARNING_RATE$L)", Schedules.class, since, length, suffix);
    }
    return CodeBlock.of("base");
  }

  private void constant(String name, long value, String origin) {
    constants.add(TrainerWriter.constant(TypeName.LONG, name, Literals.of(value), origin));
  }

  private void constant(String name, double value, String origin) {
    constants.add(TrainerWriter.constant(TypeName.DOUBLE, name, Literals.of(value), origin));
  }
}
