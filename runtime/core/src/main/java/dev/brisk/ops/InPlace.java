package dev.brisk.ops;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an operation whose result is an array: the class with its forms that write into given arrays,
 * which generated code calls. There the method of the same name takes the result last and
 * overwrites all of it; derivatives, which {@link Derivative} names, take the arguments, the
 * result, the derivative by the result, and last the array that they add to.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InPlace {
  /** The class of the forms. */
  Class<?> value();
}
