package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that computes a figure of one example to watch, such as 1 for a right prediction and 0
 * for a wrong one; the trainer reports its mean over examples. It takes the arguments of the {@link
 * Loss} and returns a number. It need not be differentiable.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Metric {}
