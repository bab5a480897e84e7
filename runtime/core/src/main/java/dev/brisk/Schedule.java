package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How the learning rate changes over a run. Without one it is constant.
 *
 * <p>Repeated, schedules run one after the other, each starting from {@link
 * Optimizer#learningRate()}; all but the last then need {@link #steps()}. A {@link Warmup} comes
 * before the first. A last schedule without {@code steps} fills what is left of the run, which is
 * known from {@link Training} at compile time or else from {@code fit}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(Schedule.Sequence.class)
public @interface Schedule {
  /** The form; each names the attributes it reads. Writing one that it does not is an error. */
  Decay value();

  /**
   * Length in steps (updates), or in epochs as {@link #interval()} says; positive. The last value
   * is held afterwards. Not written, a last schedule fills what is left of the run. {@link
   * Decay#PLATEAU} has no length.
   */
  long steps() default 0;

  /**
   * What {@code steps}, {@code stepSize}, {@code milestones}, {@code period}, {@code stepSizeUp}
   * and {@code stepSizeDown} count. Repeated schedules share one.
   */
  Interval interval() default Interval.STEP;

  /**
   * Steps between two cuts of {@link Decay#STEP} (required), steps of {@link Decay#INVERSE_TIME}
   * (1), or the time scale of {@link Decay#INVERSE_SQRT} (that of the warm-up); positive.
   */
  long stepSize() default 0;

  /**
   * Factor of {@link Decay#STEP} and {@link Decay#MULTI_STEP} (0.1), of {@link Decay#EXPONENTIAL}
   * (required) and of {@link CycleMode#EXP_RANGE} (1), in (0, 1]; slope of {@link
   * Decay#INVERSE_TIME} (required), positive.
   */
  double gamma() default Double.NaN;

  /** Steps at which {@link Decay#MULTI_STEP} cuts the rate (required), positive and increasing. */
  long[] milestones() default {};

  /** Share of the learning rate at which {@link Decay#LINEAR} begins, in (0, 1]. */
  double startFactor() default 1.0 / 3;

  /** Share of the learning rate at which {@link Decay#LINEAR} ends, in [0, 1]. */
  double endFactor() default 1;

  /** Exponent of {@link Decay#POLYNOMIAL}, finite and positive. */
  double power() default 1;

  /**
   * Rate at the end of {@link Decay#COSINE}, {@link Decay#POLYNOMIAL} and each cycle of {@link
   * Decay#COSINE_RESTARTS}, and the lowest of {@link Decay#PLATEAU}; at least 0 and at most the
   * learning rate.
   */
  double minLearningRate() default 0;

  /** Top of {@link Decay#CYCLIC} (required), finite and above the learning rate. */
  double maxLearningRate() default Double.NaN;

  /** Steps of the first cycle of {@link Decay#COSINE_RESTARTS} (required), positive. */
  long period() default 0;

  /** How many times as long each other cycle of {@link Decay#COSINE_RESTARTS} is, at least 1. */
  int periodMultiplier() default 1;

  /** Steps of the rise in a cycle of {@link Decay#CYCLIC}, positive. */
  long stepSizeUp() default 2000;

  /** Steps of the fall in a cycle of {@link Decay#CYCLIC} (as many as of the rise), positive. */
  long stepSizeDown() default 0;

  /** What becomes of the height of the cycles of {@link Decay#CYCLIC}. */
  CycleMode mode() default CycleMode.TRIANGULAR;

  /**
   * Share of the steps in which {@link Decay#ONE_CYCLE} rises, in (0, 1), and at most 0.5 with
   * {@link #threePhase()}. A share, not a percentage, for all its name.
   */
  double pctStart() default 0.3;

  /** The peak of {@link Decay#ONE_CYCLE} over its first rate, finite and at least 1. */
  double divFactor() default 25;

  /** The first rate of {@link Decay#ONE_CYCLE} over its last, finite and positive. */
  double finalDivFactor() default 1e4;

  /** How {@link Decay#ONE_CYCLE} goes from one rate to the next. */
  Anneal anneal() default Anneal.COSINE;

  /** Whether {@link Decay#ONE_CYCLE} falls in two phases, the first as long as the rise. */
  boolean threePhase() default false;

  /**
   * Whether the momentum, or {@code beta1} of Adam and its relatives, runs against the rate while
   * this schedule lasts. Under {@link Decay#CYCLIC} it is 0.9 at the bottom of the rate and 0.8 at
   * {@link #maxLearningRate()}, and as far between them as the rate is between its two, in every
   * {@link #mode()}. Under {@link Decay#ONE_CYCLE} it goes from 0.95 to 0.85 as the rate rises and
   * back to 0.95 in the next phase, as {@link #anneal()} says; it stays there in a third. These are
   * PyTorch's defaults.
   *
   * <p>It takes the place of {@link Optimizer#momentum()} or {@link Optimizer#beta1()}, which hold
   * in a warm-up and under other schedules. An algorithm that has none, a momentum of 0 and {@link
   * Algorithm#NADAM}, whose momentum has a course of its own, are refused.
   */
  boolean cycleMomentum() default false;

  /** What {@link Decay#PLATEAU} multiplies the rate by, in (0, 1). */
  double factor() default 0.1;

  /** Bad observations in a row that {@link Decay#PLATEAU} bears without a cut, at least 0. */
  int patience() default 10;

  /**
   * By how much {@link Decay#PLATEAU} wants a value to be better than the best so far, finite and
   * at least 0; a share or a distance, as {@link #thresholdMode()} says.
   */
  double threshold() default 1e-4;

  /** What {@link #threshold()} is measured by. */
  ThresholdMode thresholdMode() default ThresholdMode.RELATIVE;

  /** Observations after a cut that {@link Decay#PLATEAU} does not count as bad, at least 0. */
  int cooldown() default 0;

  /**
   * What {@link Decay#PLATEAU} watches in a {@code fit}: the name of a {@link Metric}, computed on
   * the validation examples, or by default the loss of the validation examples, or of those that
   * are trained on if there are none.
   */
  String monitor() default "";

  /** Holds repeated schedules; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Sequence {
    /** The schedules, in the order in which they run. */
    Schedule[] value();
  }
}
