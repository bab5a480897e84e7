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
  /** The form of the decay; each names the attributes it reads. */
  Decay value();

  /** Length in steps (updates), positive; the last value is held afterwards. */
  long steps() default 0;

  /** Steps between two cuts of {@link Decay#STEP}, positive. */
  long stepSize() default 0;

  /** Factor of {@link Decay#STEP} (0.1) and {@link Decay#EXPONENTIAL} (required), in (0, 1]. */
  double gamma() default Double.NaN;

  /** Rate at the end of {@link Decay#COSINE}, at least 0 and at most the learning rate. */
  double minLearningRate() default 0;

  /** Holds repeated schedules; written by the compiler. */
  @Documented
  @Retention(RetentionPolicy.CLASS)
  @Target(ElementType.TYPE)
  @interface Sequence {
    /** The schedules, in the order in which they run. */
    Schedule[] value();
  }
}
