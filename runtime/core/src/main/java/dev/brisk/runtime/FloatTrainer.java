package dev.brisk.runtime;

/**
 * A trainer of a model with {@code float} parameters.
 *
 * @param <E> the examples that the model's loss takes
 */
public interface FloatTrainer<E extends Examples<E>> extends Trainer<E> {
  /**
   * The gradient of the mean loss of the examples {@code [from, to)}, without an update.
   *
   * @param out receives the gradient: parameters in declaration order, each row-major, as {@link
   *     #layout()} tells; its length is the number of all parameters
   * @return the mean loss
   */
  double gradient(E examples, int from, int to, float[] out);

  /**
   * Copies all parameters.
   *
   * @param out receives them, in the order of {@link #layout()}; its length is their number
   * @throws IllegalArgumentException if it has another length
   */
  void parameters(float[] out);

  /**
   * Sets all parameters of the model. The state of the optimizer stays as it is.
   *
   * @param values in the order of {@link #layout()}; any values, as many as there are parameters
   * @throws IllegalArgumentException if their number is another one; no parameter has changed
   */
  void setParameters(float[] values);

  /**
   * One update by a gradient that was computed elsewhere: from several parts of a batch, by other
   * trainers of the same model, in other processes. It does what {@link #trainBatch} does once it
   * has its gradient: clips it, moves the parameters at the {@link #learningRate()}, averages them,
   * and counts the update.
   *
   * <pre>{@code
   * double loss = trainer.gradient(examples, from, to, gradient);
   * trainer.applyGradient(loss, gradient);
   * }</pre>
   *
   * <p>These two lines leave the same bits as {@code trainBatch(examples, from, to)}, but for what
   * {@link #gradient} does not tell: it drops nothing where a step drops at random, and it does not
   * say which rows of a {@link dev.brisk.Sparse} table were touched. Those are taken to be the rows
   * whose gradient has an element that is not zero; a row that was touched and has a gradient of
   * zeros, which {@code trainBatch} moves on by its momentum, stays as it is. And a norm that clips
   * adds up the rows of such a table in their order, which may round otherwise.
   *
   * @param loss the mean loss that the gradient belongs to, which a {@link Monitor} is shown
   * @param gradient of the mean loss, in the order of {@link #layout()}, which stays as it is; that
   *     of a frozen parameter is not looked at
   * @throws IllegalArgumentException if it has another length than the parameters
   * @throws NonFiniteLossException if the loss is infinite or NaN
   * @throws NonFiniteGradientException if an element of the gradient is
   * @throws IllegalStateException as {@link #trainBatch} does
   */
  void applyGradient(double loss, float[] gradient);
}
