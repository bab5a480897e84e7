package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The run that a model is meant for. With {@code epochs}, {@code batchSize} and {@code examples}
 * the length of the run is known at compile time, {@code epochs * ceil(examples / (batchSize *
 * accumulate))} steps, and the learning rate is checked over all of it.
 *
 * <p>A {@code fit} that says otherwise is refused unless it says {@code overrideTraining()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Training {
  /** Passes over the examples, positive; not declared unless it is written. */
  int epochs() default 0;

  /**
   * Examples of one batch, positive; not declared unless it is written. A last short batch of an
   * epoch is kept.
   */
  int batchSize() default 0;

  /**
   * Batches of one update, positive: {@code fit} updates once for so many consecutive batches, by
   * the mean over all their examples. What is left at the end of an epoch is an update of its own,
   * with its own mean. A {@code trainBatch} by hand always updates once.
   *
   * <p>A trainer adds up gradients example by example and keeps nothing else of them, so {@code k}
   * batches of {@code b} examples take no more memory than one, and come to the update of one batch
   * of {@code k * b} examples to the last bit.
   */
  int accumulate() default 1;

  /** Examples of one pass, positive; not declared unless it is written. */
  int examples() default 0;
}
