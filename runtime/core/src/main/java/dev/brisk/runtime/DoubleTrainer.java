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
   * @param out receives the gradient: parameters in declaration order, each row-major; its length
   *     is the number of all parameters
   * @return the mean loss
   */
  double gradient(E examples, int from, int to, double[] out);
}
