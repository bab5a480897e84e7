package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A field that training changes: a {@code double} or {@code float}, or an array of them. One model
 * has parameters of one of the two types. The field must not be private, static or final.
 *
 * <p>An array that is null when the trainer is made is allocated with {@link #shape()} and
 * initialised; one that is not null keeps its values. A scalar keeps its value unless {@link
 * #init()} is written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Parameter {
  /**
   * Extent of each dimension, outermost first, each positive; a flat array holds them row-major. A
   * matrix that maps {@code in} values to {@code out} has shape {@code {out, in}}. An array without
   * a shape must be given by the model itself and keeps the length it has.
   *
   * <p>Extents may be constants, {@code shape = {HIDDEN, PIXELS}}, or expressions of them, {@code
   * shape = 2 * HIDDEN + 1}, of this class or another.
   */
  int[] shape() default {};

  /** How the parameter is initialised; each form names the attributes it reads. */
  Init init() default Init.ZEROS;

  /** The value of {@link Init#CONSTANT}, finite. */
  double value() default 0;

  /** Lower end of {@link Init#UNIFORM}, inclusive; finite, and below {@link #high()}. */
  double low() default -0.1;

  /** Upper end of {@link Init#UNIFORM}, exclusive; finite. */
  double high() default 0.1;

  /** Mean of {@link Init#NORMAL}, finite. */
  double mean() default 0;

  /** Standard deviation of {@link Init#NORMAL}, finite and positive. */
  double standardDeviation() default 0.01;

  /**
   * Factor of the learning rate for this parameter, whatever the schedule makes of it; finite and
   * at least 0. Decoupled weight decay goes with the rate.
   */
  double learningRateFactor() default 1;

  /** Whether the optimizer's weight decay reaches this parameter; often not meant for a bias. */
  boolean weightDecay() default true;

  /**
   * Whether updates leave this parameter as it is. Its gradient is still computed, for {@code
   * gradient(...)}, and the optimizer keeps nothing beside it.
   */
  boolean frozen() default false;
}
