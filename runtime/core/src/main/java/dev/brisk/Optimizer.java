package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The optimizer of a {@link Trainable} model, and its hyper-parameters.
 *
 * <p>Each {@link Algorithm} reads some of the attributes and says which; writing one that it does
 * not read is a compile error. An attribute whose default is {@code NaN} takes the default that the
 * algorithm names.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Optimizer {
  /** The update rule. */
  Algorithm value();

  /**
   * The learning rate that schedules start from or rise to; finite and positive. Can be replaced at
   * run time, {@code trainer.baseLearningRate(x)}.
   */
  double learningRate() default Double.NaN;

  /** Share of the previous update's direction that is kept, in [0, 1). */
  double momentum() default 0;

  /** Share of the gradient that momentum leaves out, in [0, 1]; from the second update on. */
  double dampening() default 0;

  /** Whether momentum looks ahead (Nesterov); needs {@code momentum} above 0 and no dampening. */
  boolean nesterov() default false;

  /** Factor of the parameters that is added to their gradient (L2), finite and at least 0. */
  double weightDecay() default 0;

  /** Decay of the running mean of the gradient, in [0, 1). */
  double beta1() default Double.NaN;

  /** Decay of the running mean of the squared gradient, in [0, 1). */
  double beta2() default Double.NaN;

  /** What is added to a denominator to keep it from zero; finite and at least 0. */
  double epsilon() default Double.NaN;
}
