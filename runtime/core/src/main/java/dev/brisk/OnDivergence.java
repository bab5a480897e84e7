package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What {@code fit} does when the training diverges: it goes back to where all was well, parameters,
 * state of the optimizer and clocks of schedules alike, cuts the learning rate for good, and goes
 * on. The report says so, {@link dev.brisk.runtime.TrainingReport#recoveries()}.
 *
 * <p>A training has diverged when an update is refused, as its loss is not finite ({@link
 * dev.brisk.runtime.NonFiniteLossException}) or a gradient that is clipped or monitored is not; or
 * when twenty updates of an epoch in a row, or all of them where they are fewer, have a mean loss
 * of more than {@link #explosion()} times that of all examples before the first update of the fit,
 * if that is above 0.
 *
 * <p>The epochs after the one that it goes back to are trained again, over the same order of
 * examples. An example whose loss is not finite at any rate stops the fit when the retries are used
 * up: with the exception of its last refusal.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OnDivergence {
  /** Where the training is taken up again. */
  Restore restore() default Restore.EPOCH_START;

  /** By which the rate that schedules start from is multiplied each time, in (0, 1). */
  double factor() default 0.1;

  /** How often one fit may be taken back, at least 1; then what stopped it is thrown. */
  int maxRetries() default 3;

  /**
   * The ratio of losses from which a training counts as diverged, above 1. With infinity only what
   * is not finite does.
   */
  double explosion() default 4;
}
