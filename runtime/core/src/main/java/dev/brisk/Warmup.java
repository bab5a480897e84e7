package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A rise of the learning rate before the first {@link Schedule}, which starts its own clock when it
 * is over. A linear one unless {@link #ramp()} says otherwise: the rate of step {@code t < steps}
 * is {@code learningRate * (startFactor + (1 - startFactor) * t / steps)}.
 *
 * <p>With the default {@code startFactor} of 0 the very first update has rate 0 and changes
 * nothing; a factor above 0 avoids that.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Warmup {
  /** Length in steps (updates), positive and shorter than the run; never in epochs. */
  long steps();

  /** Share of the learning rate at step 0, in [0, 1). */
  double startFactor() default 0;

  /** The form of the rise. */
  Ramp ramp() default Ramp.LINEAR;
}
