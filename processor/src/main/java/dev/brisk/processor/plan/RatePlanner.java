package dev.brisk.processor.plan;

import dev.brisk.processor.diagnostic.Figures;
import dev.brisk.processor.plan.RatePlan.Form;
import dev.brisk.processor.plan.RatePlan.Phase;
import dev.brisk.processor.plan.RatePlan.Sample;
import dev.brisk.processor.plan.RatePlan.Warmup;
import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.runtime.RunPlan;
import dev.brisk.schedule.Schedules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Lays the schedules out over the run. */
final class RatePlanner {
  private RatePlanner() {}

  static RatePlan of(ModelSource model, double learningRate, RunPlan run) {
    Optional<Warmup> warmup =
        model
            .warmup()
            .map(declared -> new Warmup(declared.whole("steps"), declared.number("startFactor")));
    List<Phase> phases = new ArrayList<>();
    long start = warmup.map(Warmup::steps).orElse(0L);
    for (Declaration schedule : model.schedules()) {
      Optional<Long> length =
          schedule.isWritten("steps") ? Optional.of(schedule.whole("steps")) : Optional.empty();
      phases.add(new Phase(form(schedule), start, length));
      start += length.orElse(0L);
    }
    if (phases.isEmpty()) {
      phases.add(new Phase(new Form.Constant(), start, Optional.empty()));
    }
    RatePlan plan = new RatePlan(warmup, phases, summary(warmup, phases, run), List.of());
    return run.isComplete()
        ? new RatePlan(warmup, phases, plan.summary(), table(plan, learningRate, run.steps()))
        : plan;
  }

  private static Form form(Declaration schedule) {
    return switch (schedule.choice("value")) {
      case "CONSTANT" -> new Form.Constant();
      case "STEP" ->
          new Form.Step(
              schedule.whole("stepSize"),
              schedule.isWritten("gamma") ? schedule.number("gamma") : 0.1);
      case "EXPONENTIAL" -> new Form.Exponential(schedule.number("gamma"));
      case "COSINE" -> new Form.Cosine(schedule.number("minLearningRate"));
      default -> throw new IllegalArgumentException("no schedule " + schedule.choice("value"));
    };
  }

  private static String summary(Optional<Warmup> warmup, List<Phase> phases, RunPlan run) {
    List<String> parts = new ArrayList<>();
    warmup.ifPresent(rise -> parts.add("warm-up " + Figures.count(rise.steps(), "step")));
    for (Phase phase : phases) {
      Optional<Long> length =
          phase.length().isPresent() || !run.isComplete()
              ? phase.length()
              : Optional.of(run.steps() - phase.start());
      parts.add(words(phase.form()) + length.map(n -> " over " + Figures.count(n)).orElse(""));
    }
    return String.join(", then ", parts);
  }

  private static String words(Form form) {
    if (form instanceof Form.Step step) {
      return "times "
          + Figures.number(step.gamma())
          + " every "
          + Figures.count(step.stepSize(), "step");
    } else if (form instanceof Form.Exponential exponential) {
      return "times " + Figures.number(exponential.gamma()) + " every step";
    } else if (form instanceof Form.Cosine cosine) {
      return cosine.minimum() == 0 ? "cosine" : "cosine to " + Figures.number(cosine.minimum());
    }
    return "constant";
  }

  /** The rate at the start, around the warm-up, at the quarters of the rest and at the end. */
  private static List<Sample> table(RatePlan plan, double learningRate, long steps) {
    long rise = plan.warmup().map(Warmup::steps).orElse(0L);
    TreeSet<Long> at = new TreeSet<>(List.of(0L, rise / 2, rise, steps - 1));
    for (int quarter = 1; quarter < 4; quarter++) {
      at.add(rise + (steps - rise) * quarter / 4);
    }
    return at.stream().map(t -> new Sample(t, rate(plan, learningRate, t, steps))).toList();
  }

  /** What the generated {@code scheduledRate} gives in a first run of that length. */
  private static double rate(RatePlan plan, double learningRate, long t, long steps) {
    Optional<Warmup> warmup = plan.warmup();
    if (warmup.isPresent() && t < warmup.get().steps()) {
      return Schedules.warmup(learningRate, t, warmup.get().steps(), warmup.get().startFactor());
    }
    Phase current = plan.phases().get(0);
    for (Phase phase : plan.phases()) {
      current = t >= phase.start() ? phase : current;
    }
    long length = current.length().orElse(steps - current.start());
    long since = Math.min(t - current.start(), length);
    Form form = current.form();
    if (form instanceof Form.Step step) {
      return Schedules.step(learningRate, since, step.stepSize(), step.gamma());
    } else if (form instanceof Form.Exponential exponential) {
      return Schedules.exponential(learningRate, since, exponential.gamma());
    } else if (form instanceof Form.Cosine cosine) {
      return Schedules.cosine(learningRate, since, length, cosine.minimum());
    }
    return learningRate;
  }
}
