package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The run that a model is meant for. With all three attributes the length of the run is known at
 * compile time, {@code epochs * ceil(examples / batchSize)} steps, and the learning rate is checked
 * over all of it.
 *
 * <p>A {@code fit} that says otherwise is refused unless it says {@code overrideTraining()}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Training {
  /** Passes over the examples, positive. */
  int epochs() default 0;

  /** Examples of one update, positive; a last short batch is kept. */
  int batchSize() default 0;

  /** Examples of one pass, positive. */
  int examples() default 0;
}
