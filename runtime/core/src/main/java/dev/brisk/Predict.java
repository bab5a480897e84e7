package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that computes what the model says of one example, such as a class or its scores, by the
 * parameters as they are. It returns a number, a truth value, or an array of one dimension of them.
 * Its arguments are columns of the examples: each has the name and the type of an argument of the
 * {@link Loss}, in any order, and usually all but the label are there. The loss may call it.
 *
 * <p>The trainer has methods of its name, which give what the method itself gives:
 *
 * <pre>{@code
 * @Predict int classify(double[] pixels)    // in the model
 * @Predict double[] logits(double[] pixels)
 *
 * int classify(double[] pixels)             // in the trainer: of one example,
 * int[] classify(Examples examples)         // of each example,
 * double[] logits(double[] pixels)
 * double[][] logits(Examples examples)
 * void logits(double[] pixels, double[] out)
 * }</pre>
 *
 * <p>The last form, which a result that is an array has besides, allocates nothing. It refuses an
 * {@code out} of another length than the result's before it writes to it, with an {@link
 * IllegalArgumentException} that names both. {@code out} is written while arguments and parameters
 * are still read, so it must be none of them. Under a {@link Gradient} the model's own method is
 * called, and its result is copied.
 *
 * <p>A trainer has one set of intermediate arrays, so one thread at a time predicts by it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Predict {}
