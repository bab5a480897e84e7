package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The length of an array argument of a {@link Loss}, {@link Metric} or {@link Predict} method.
 * Examples of another length are refused; without it each example may have a length of its own.
 *
 * <p>Extents may be constants, {@code @Shape(PIXELS)}, or expressions of them, {@code @Shape(WIDTH
 * * HEIGHT)}, of this class or another, so that arguments, parameters and loops share one.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Shape {
  /** Extent of each dimension, outermost first, each positive. */
  int[] value();
}
