package dev.brisk.runtime;

/**
 * A trainer of a model with {@code double} parameters.
 *
 * @param <E> the examples that the model's loss takes
 */
public interface DoubleTrainer<E extends Examples<E>> extends Trainer<E> {
  /**
   * The gradient of the mean loss of the examples {@code [from, to)}, without an update.
   *
   * @param out receives the gradient: parameters in declaration order, each row-major, as {@link
   *     #layout()} tells; its length is the number of all parameters
   * @return the mean loss
   */
  double gradient(E examples, int from, int to, double[] out);

  /**
   * Copies all parameters.
   *
   * @param out receives them, in the order of {@link #layout()}; its length is their number
   * @throws IllegalArgumentException if it has another length
   */
  void parameters(double[] out);

  /**
   * Sets all parameters of the model. The state of the optimizer stays as it is.
   *
   * @param values in the order of {@link #layout()}; any values, as many as there are parameters
   * @throws IllegalArgumentException if their number is another one; no parameter has changed
   */
  void setParameters(double[] values);
}
