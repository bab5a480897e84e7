package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A linear rise of the learning rate before the first {@link Schedule}: the rate of step {@code t <
 * steps} is {@code learningRate * (startFactor + (1 - startFactor) * t / steps)}.
 *
 * <p>With the default {@code startFactor} of 0 the very first update has rate 0 and changes
 * nothing; a factor above 0 avoids that.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Warmup {
  /** Length in steps (updates), positive and shorter than the run. */
  long steps();

  /** Share of the learning rate at step 0, in [0, 1). */
  double startFactor() default 0;
}
