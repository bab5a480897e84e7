package dev.brisk.processor.plan;

import java.util.List;
import java.util.Optional;

/**
 * How the learning rate runs.
 *
 * @param warmup before the first phase
 * @param phases one after the other; at least one
 * @param summary for the trainer's documentation, {@code warm-up 90 steps, then cosine over 1,260}
 * @param table the rate at some steps of the run; empty where the run's length is not known
 */
public record RatePlan(
    Optional<Warmup> warmup, List<Phase> phases, String summary, List<Sample> table) {

  public RatePlan {
    phases = List.copyOf(phases);
    table = List.copyOf(table);
  }

  /** The linear rise. */
  public record Warmup(long steps, double startFactor) {}

  /**
   * A schedule.
   *
   * @param start the step that it begins at
   * @param length in steps; empty for the one that fills what is left of the run
   */
  public record Phase(Form form, long start, Optional<Long> length) {}

  /** The decay of a phase, with what it reads. */
  public sealed interface Form {
    /** {@link dev.brisk.Decay#CONSTANT}. */
    record Constant() implements Form {}

    /** {@link dev.brisk.Decay#STEP}. */
    record Step(long stepSize, double gamma) implements Form {}

    /** {@link dev.brisk.Decay#EXPONENTIAL}. */
    record Exponential(double gamma) implements Form {}

    /** {@link dev.brisk.Decay#COSINE}. */
    record Cosine(double minimum) implements Form {}
  }

  /** The rate of one update. */
  public record Sample(long step, double rate) {}
}
