package dev.brisk.processor.schedule;

import dev.brisk.processor.read.Declaration;
import dev.brisk.processor.read.ModelSource;
import dev.brisk.runtime.RunPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The learning rate over a whole run, laid out: the warm-up, then one phase after the other. Gives
 * for any step what the generated trainer will use in its first run.
 *
 * <p>A model whose figures are wrong has none; ask when its declarations are known to be valid.
 *
 * @param learningRate that every phase starts from
 * @param unit of the phases' starts and lengths
 * @param phases at least one
 * @param run what is declared of it; 0 for what is not
 */
public record RateCurve(
    double learningRate, Optional<Rise> rise, Unit unit, List<Phase> phases, RunPlan run) {

  public RateCurve {
    phases = List.copyOf(phases);
  }

  /**
   * A schedule in its place.
   *
   * @param decay the constant of {@link dev.brisk.Decay} that names it
   * @param start in the unit, counted from the end of the warm-up
   * @param length in the unit; empty for one that fills what is left of the run
   */
  public record Phase(String decay, Curve curve, long start, OptionalLong length) {}

  /** The rate of one update. */
  public record Sample(long step, double rate) {}

  /** The rate of a model; each phase is the schedule of the same index, if there are any. */
  public static RateCurve of(ModelSource model, double learningRate) {
    List<Phase> phases = new ArrayList<>();
    long start = 0;
    for (Declaration schedule : model.schedules()) {
      OptionalLong length =
          schedule.isWritten("steps")
              ? OptionalLong.of(schedule.whole("steps"))
              : OptionalLong.empty();
      Form form = Forms.of(schedule);
      phases.add(new Phase(form.decay(), form.curve(schedule, model), start, length));
      start = sum(start, length.orElse(0));
    }
    if (phases.isEmpty()) {
      phases.add(new Phase("CONSTANT", new Curve.Flat(), 0, OptionalLong.empty()));
    }
    return new RateCurve(
        learningRate,
        model.warmup().map(Rise::of),
        model.schedules().isEmpty() ? Unit.STEP : Unit.of(model.schedules().get(0)),
        phases,
        DeclaredRun.of(model));
  }

  /** The length of the warm-up. */
  public long warmupSteps() {
    return rise.map(Rise::steps).orElse(0L);
  }

  /** The number of updates of the run, if it is declared. */
  public OptionalLong steps() {
    return run.isComplete() ? OptionalLong.of(run.steps()) : OptionalLong.empty();
  }

  /** The schedule that everything ends with. */
  public Phase last() {
    return phases.get(phases.size() - 1);
  }

  /**
   * Whether the rate of every step follows from what is declared. Of a plateau it is taken to be
   * the rate before the first cut.
   */
  public boolean isKnown() {
    boolean needsRun =
        unit == Unit.EPOCH || (last().length().isEmpty() && last().curve().needsLength());
    return !needsRun || run.isComplete();
  }

  /** Whether the rate after the warm-up depends on what is observed. */
  public boolean isWatched() {
    return last().curve() instanceof Curve.Watched;
  }

  /**
   * The rate of update number {@code t}, which is at least 0.
   *
   * @throws IllegalStateException unless it {@link #isKnown}
   */
  public double rate(long t) {
    if (isInWarmup(t)) {
      return rise.orElseThrow().rate(learningRate, t);
    }
    Phase phase = phase(t);
    return value(phase.curve(), learningRate, phase, t);
  }

  /**
   * The momentum of update number {@code t}, which is at least 0.
   *
   * @param own that of the optimizer, which holds wherever no schedule cycles it
   * @throws IllegalStateException unless it {@link #isKnown}
   */
  public double momentum(long t, double own) {
    if (isInWarmup(t)) {
      return own;
    }
    Phase phase = phase(t);
    return phase.curve().momentum().map(curve -> value(curve, own, phase, t)).orElse(own);
  }

  /** Whether every update has a momentum that a schedule gives, and none that of the optimizer. */
  public boolean cyclesMomentumThroughout() {
    return warmupSteps() == 0
        && phases.stream().allMatch(phase -> phase.curve().momentum().isPresent());
  }

  private boolean isInWarmup(long t) {
    return t < warmupSteps();
  }

  /** The phase of an update after the warm-up. */
  private Phase phase(long t) {
    long clock = clock(t);
    Phase current = phases.get(0);
    for (Phase phase : phases) {
      current = clock >= phase.start() ? phase : current;
    }
    return current;
  }

  /** The value of a phase's curve at an update; its last one past its end. */
  private double value(Curve curve, double base, Phase phase, long t) {
    long since = clock(t) - phase.start();
    if (phase.length().isPresent()) {
      long length = phase.length().getAsLong();
      return curve.rate(base, Math.min(since, phase.curve().lastChange(length)), length);
    }
    long length = curve.needsLength() ? clock(knownSteps()) - phase.start() : Long.MAX_VALUE;
    return curve.rate(base, since, length);
  }

  /** Steps, or completed epochs, between the end of the warm-up and update number {@code t}. */
  long clock(long t) {
    if (unit == Unit.STEP) {
      return t - warmupSteps();
    }
    long perEpoch = stepsPerEpoch();
    return t / perEpoch - warmupSteps() / perEpoch;
  }

  /** The first step at which that much of the unit is over since the warm-up. */
  long step(long clock) {
    if (unit == Unit.STEP || clock == 0) {
      return sum(warmupSteps(), clock);
    }
    long perEpoch = stepsPerEpoch();
    long epochs = sum(warmupSteps() / perEpoch, clock);
    return epochs > Long.MAX_VALUE / perEpoch ? Long.MAX_VALUE : epochs * perEpoch;
  }

  /**
   * The number of updates of an epoch.
   *
   * @throws IllegalStateException unless the run is declared
   */
  public long stepsPerEpoch() {
    return knownSteps() / run.epochs();
  }

  private long knownSteps() {
    return steps().orElseThrow(() -> new IllegalStateException("the run's length is not known"));
  }

  /** The length of a phase in the unit: its own, or what is left of the run if that is declared. */
  public OptionalLong length(Phase phase) {
    return phase.length().isPresent() || !run.isComplete()
        ? phase.length()
        : OptionalLong.of(clock(run.steps()) - phase.start());
  }

  /** The step that a phase begins at. */
  public long start(Phase phase) {
    return step(phase.start());
  }

  /** The step after the last one of a phase, if it has a length of its own or the run is known. */
  public OptionalLong end(Phase phase) {
    return phase.length().isPresent()
        ? OptionalLong.of(step(sum(phase.start(), phase.length().getAsLong())))
        : steps();
  }

  /**
   * The step from which on the rate stays as it is, if the last phase has a length of its own or is
   * a constant.
   */
  public OptionalLong settled() {
    Phase phase = last();
    if (phase.curve() instanceof Curve.Flat) {
      return OptionalLong.of(start(phase));
    }
    return phase.length().isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(
            step(sum(phase.start(), phase.curve().lastChange(phase.length().getAsLong()))));
  }

  /** The highest rate; the one that phases start from, where it cannot be told yet. */
  public double highest() {
    return isKnown() ? peak().rate() : learningRate;
  }

  /** The highest rate of the run, or of all steps where its length is not known; its first step. */
  public Sample peak() {
    long run = steps().orElse(Long.MAX_VALUE);
    List<Long> candidates = new ArrayList<>(List.of(0L, warmupSteps()));
    for (Phase phase : phases) {
      long length = phase.length().orElse(run == Long.MAX_VALUE ? run : clock(run) - phase.start());
      candidates.add(step(phase.start()));
      phase.curve().peaks(length).forEach(t -> candidates.add(step(sum(phase.start(), t))));
      candidates.add(step(sum(phase.start(), Math.max(0, length - 1))));
      if (phase.equals(last())) {
        candidates.add(step(sum(phase.start(), length)));
      }
    }
    return candidates.stream()
        .filter(t -> t < run)
        .map(t -> new Sample(t, rate(t)))
        .min(Comparator.comparingDouble(Sample::rate).reversed().thenComparing(Sample::step))
        .orElseThrow();
  }

  /** The sum of two lengths, or the largest long if it is larger. */
  static long sum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
