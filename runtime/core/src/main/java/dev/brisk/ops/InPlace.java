package dev.brisk.ops;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the class that holds the forms of a vector operation which write into given arrays. A
 * vector operation is a static method that returns a new {@code double[]} or {@code float[]}; its
 * forms allocate nothing, and generated code calls them in its place.
 *
 * <p>Let the operation be {@code R[] f(A1 a1, ..., An an)}. The class has
 *
 * <ul>
 *   <li><b>the operation in place</b>, {@code void f(A1 a1, ..., An an, R[] out)}. It overwrites
 *       {@code out}, which has exactly the result's length, with the result;
 *   <li><b>its derivative by each parameter</b> {@code ai} that is annotated {@link Derivative},
 *       under the name given there. By an array it is {@code void name(A1 a1, ..., An an, R[] out,
 *       R[] dOut, Ai dAi)}: {@code out} is the result, {@code dOut} the derivative of the final
 *       result by it, and to each {@code dAi[k]} the method <b>adds</b> the derivative of {@code
 *       sum(dOut * out)} by {@code ai[k]}. By a scalar it is {@code Ai name(A1 a1, ..., An an, R[]
 *       out, R[] dOut)}, which returns that derivative;
 *   <li><b>the length of the result</b>, {@code int fLength(A1 a1, ..., An an)}, where it is not
 *       the length of {@code a1}.
 * </ul>
 *
 * <p>The array that is written is another one than the others. Lengths that do not fit are refused
 * by an {@link IllegalArgumentException}, and indices out of range by an {@link
 * IndexOutOfBoundsException}, before anything is written. A derivative is called only after the
 * operation has returned normally for the same arguments, and may rely on {@code out}; it need not
 * look at everything that it takes.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface InPlace {
  /** The class of the forms. */
  Class<?> value();
}
