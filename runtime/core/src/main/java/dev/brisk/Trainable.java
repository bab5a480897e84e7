package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a model class for which Brisk generates a trainer, {@code <Model>Trainer}, in the same
 * package.
 *
 * <p>A model is a plain class: fields annotated with {@link Parameter} hold what is learnt, one
 * method annotated with {@link Loss} computes the loss of a single example, methods annotated with
 * {@link Metric} compute whatever else is worth watching, and those with {@link Predict} what the
 * model is asked once it is trained. {@link Optimizer} is required; {@link Schedule}, {@link
 * Warmup} and {@link Training} are not. A nested model {@code Outer.Inner} gets the trainer {@code
 * Outer_InnerTrainer}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Trainable {
  /** What the model is for, by which an unusual learning rate is recognised. */
  Task task() default Task.UNSTATED;

  /**
   * Whether the trainer also multiplies vectors with the Hessian of the loss, exactly: it is then a
   * {@link dev.brisk.runtime.DoubleHessianTrainer}, or the same for {@code float}, and {@link
   * dev.brisk.analysis.SharpnessMeter} takes these products in place of differences of gradients.
   * It makes the trainer about twice as long. Of a model whose loss has an operation without a
   * second derivative, such as {@code maxPool}, it is an error.
   */
  boolean hessian() default false;

  /**
   * Whether there is also a class {@code <Model>Predictor}, for where Brisk is not: it has the
   * {@link Predict} methods of the model for one example, as plain loops, and nothing of Brisk
   * beside it at run time. Its parameters are read, once, from the file that {@link
   * dev.brisk.runtime.Trainer#saveParameters} writes; it does not change after that, and any number
   * of threads may use it.
   *
   * <p>It computes as the model does on the scalar kernels, bit by bit, but for the sigmoid and the
   * hyperbolic tangent of arrays of {@code float}s, which differ by at most 3 ulp. Of a model whose
   * {@link Predict} methods need what it cannot have, such as a function with a derivative of the
   * user's own, it is an error.
   */
  boolean predictor() default false;
}
