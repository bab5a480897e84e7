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
}
