package dev.brisk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method that computes the loss of one example, to be made small: an instance method of a
 * {@link Trainable} class that returns a {@code double} or {@code float}. Its arguments are the
 * columns of the data.
 *
 * <p>The program that it is, with those methods of the model that it calls, is differentiated at
 * compile time. So it is written in a part of Java: numbers, arrays and records; conditionals,
 * switches and loops whose rounds are counted before the first; functions of {@link Math}, of
 * {@link dev.brisk.ops.Ops} and of {@link dev.brisk.ops.Losses}, and those with a {@link
 * dev.brisk.ops.Derivative} of their own. It assigns locals and elements of arrays of its own
 * alone. What cannot be read is an error of the compiler that says what to write instead; a {@link
 * Gradient} beside it lifts all of this.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Loss {}
