package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Keeps an average of the weights of many updates, which often does better on new examples than the
 * weights of the last one. It is brought up to date after each update, in the precision of the
 * model; training itself goes on from the weights of the last update and does not see it.
 *
 * <p>The average is used by {@code trainer.withAveragedWeights(...)}, and by {@code fit} for loss
 * and metrics of the validation examples. When {@code fit} is over the model holds the weights of
 * the last update.
 *
 * <p>It goes through all parameters at each update, so it cannot be combined with {@link Sparse}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface WeightAveraging {
  /** The kind of average. */
  Averaging value() default Averaging.EMA;

  /**
   * The share of the past that {@link Averaging#EMA} keeps at each update, in (0, 1): it looks back
   * over about {@code 1 / (1 - decay)} updates.
   */
  double decay() default 0.999;

  /** The number of updates before the first that is counted in, at least 0. */
  long start() default 0;
}
