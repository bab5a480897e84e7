package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The gradient of the {@link Loss} of one example, written by hand: for a loss that Brisk cannot
 * read, or whose derivative is known in a better form. It takes the arguments of the loss, then one
 * array for each {@link Parameter} in the order of the fields; it <b>adds</b> the derivative of the
 * loss by each element to that of the array, and returns the loss:
 *
 * <pre>{@code
 * @Parameter(shape = 2) double[] weights;
 * @Parameter double bias;
 * ...
 * @Loss
 * double loss(@Shape(2) double[] x, double y) {
 *   return squared(predict(x), y);
 * }
 *
 * @Gradient
 * double gradient(double[] x, double y, double[] dWeights, double[] dBias) {
 *   double error = predict(x) - y;
 *   for (int i = 0; i < x.length; i++) {
 *     dWeights[i] += 2 * error * x[i];
 *   }
 *   dBias[0] += 2 * error;
 *   return error * error;
 * }
 * }</pre>
 *
 * <p>The array of a parameter that is an array has its type and lengths, that of a scalar has
 * length 1. Batches, updates and schedules remain the trainer's work.
 *
 * <p>The trainer of such a model calls the model's own methods; Brisk looks into none of them, so
 * they may contain any Java. They must not be private. Let a test hold the gradient against the
 * loss: {@link dev.brisk.check.GradientCheck}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Gradient {}
