package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A {@link Parameter} of which each example touches a few rows, such as the factors of a user among
 * those of a million. An update goes through the rows that its examples touch and through no
 * others, so that it costs what the examples cost and not what the table costs.
 *
 * <p>A row is what the first index chooses: {@code factors[user]} of a {@code double[][]}, {@code
 * k} elements from {@code factors[user * k]} on of an array with shape {@code {n, k}}, a single
 * element of an array with one extent. A row is touched where the loss of an example adds to its
 * gradient.
 *
 * <p>What the optimizer keeps beside a parameter is lazy then, as in PyTorch's {@code SparseAdam}:
 * a row that is not touched keeps its momentum and its running means as they are, they do not
 * decay, and weight decay does not reach it. Corrections of a bias count all updates, not those of
 * the row. For an optimizer that keeps such state this is another algorithm than the dense one,
 * hence the annotation. Plain gradient descent ({@link Algorithm#SGD} without momentum and weight
 * decay) comes to the same either way; there the rows that data chooses are found without it.
 * {@link Algorithm#RPROP}, {@link Algorithm#LAMB} and {@link Algorithm#LARS} have to see all rows
 * and take no sparse parameters.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.FIELD)
public @interface Sparse {}
