package dev.brisk.ops;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the derivative of a primitive by one of its parameters. A primitive is a static method that
 * returns a {@code double} or a {@code float}; its derivative is a static method of the same class
 * and at least the same visibility, found by this name and by its parameter types.
 *
 * <p>Let the primitive be {@code R f(A1 a1, ..., An an)}.
 *
 * <ul>
 *   <li>By a <b>scalar</b> parameter {@code ai}, of type {@code double} or {@code float}, the
 *       derivative is {@code Ai name(A1 a1, ..., An an)}. It takes the primitive's own parameters
 *       and returns the partial derivative of {@code f} by {@code ai} at that point.
 *   <li>By an <b>array</b> parameter {@code ai}, a {@code double[]} or {@code float[]}, the
 *       derivative is {@code void name(A1 a1, ..., An an, R upstream, Ai gradient)}. {@code
 *       upstream} is the derivative of the final result by the result of {@code f}. To each {@code
 *       gradient[k]} the method <b>adds</b> {@code upstream} times the partial derivative of {@code
 *       f} by {@code ai[k]}; it writes nothing else. {@code gradient} has the length of {@code ai}
 *       and is another array than any of the arguments.
 * </ul>
 *
 * <p>A derivative is called only after {@code f} has returned normally for the same arguments, so
 * it need not check them again. Where {@code f} has a kink it gives the subgradient that the
 * Javadoc of {@code f} states.
 *
 * <p>Brisk calls both and looks into neither, so that they may contain any Java, but it relies on
 * them: a primitive depends on its arguments alone and changes nothing, and may be called as often
 * as is needed. {@link Losses} is made of primitives, and so may be any class of yours, the model's
 * own among them; {@link dev.brisk.check.GradientCheck} holds a derivative against its function.
 * Both methods must be visible in the package of the model.
 *
 * <p>The derivatives of the operations of {@link Ops} that return an array have another form, and
 * are in another class: {@link InPlace}.
 *
 * <p>A primitive is not differentiable by a parameter without this annotation. Such a parameter may
 * depend on no {@code @Parameter} of the model.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.PARAMETER)
public @interface Derivative {
  /** The name of the method that gives the derivative. */
  String value();
}
