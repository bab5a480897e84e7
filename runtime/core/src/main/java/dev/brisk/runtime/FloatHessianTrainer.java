package dev.brisk.runtime;

/**
 * A trainer of a model with {@code float} parameters that multiplies with the Hessian, which {@link
 * dev.brisk.Trainable#hessian()} asks for.
 *
 * @param <E> the examples that the model's loss takes
 */
public interface FloatHessianTrainer<E extends Examples<E>> extends FloatTrainer<E> {
  /**
   * The product of the Hessian of the mean loss of the examples {@code [from, to)}, at the
   * parameters as they are, with a vector: the derivative of the gradient along it, exact but for
   * rounding. Where an operation has a kink it is that of one side.
   *
   * @param vector a direction of all parameters, in the order of {@link #layout()}
   * @param out receives the product, in the same order; may be the vector itself
   * @return the slope of the mean loss along the vector
   * @throws IllegalArgumentException if one of them has another length than the parameters
   */
  double hessianTimes(E examples, int from, int to, float[] vector, float[] out);
}
