package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Bounds the gradient before each update, so that one steep place does not throw the parameters far
 * away. Exactly one of the two bounds is written.
 *
 * <p>The order of a step is: the mean over the examples of the update, the check that it is finite,
 * the clipping, then the {@link Optimizer} with its weight decay. A step whose gradient is infinite
 * or NaN is refused before a parameter has changed, with {@link
 * dev.brisk.runtime.NonFiniteGradientException}. {@code trainer.gradient(...)} gives the gradient
 * as it is, not clipped.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface GradientClipping {
  /**
   * The bound of the Euclidean norm of the whole gradient, of all parameters together; positive and
   * finite. A longer gradient keeps its direction: it is multiplied by {@code norm / (length +
   * 1e-6)}, if that is below 1, as by PyTorch's {@code clip_grad_norm_} (Pascanu, Mikolov and
   * Bengio, "On the difficulty of training recurrent neural networks", 2013). Squares are summed in
   * {@code double}, and a sum that overflows, of elements above 1e154, counts as not finite.
   */
  double norm() default Double.NaN;

  /**
   * The bound of each element's absolute value; positive and finite. What is beyond it is set to
   * it, which may change the direction, as by PyTorch's {@code clip_grad_value_}.
   */
  double value() default Double.NaN;
}
