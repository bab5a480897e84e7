package dev.brisk.runtime;

/**
 * The gradient of a step is infinite or NaN where it was to be clipped. The step was refused: no
 * parameter has changed.
 */
public final class NonFiniteGradientException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final long step;

  /**
   * @param parameter the first one whose gradient is not finite
   * @param step the index of the update that was refused, counted from 0
   * @param learningRate the rate it would have used
   */
  public NonFiniteGradientException(String parameter, long step, double learningRate) {
    super(
        "the gradient of the parameter "
            + parameter
            + " is not finite in step "
            + step
            + " (learning rate "
            + learningRate
            + "); no parameter was changed. Look for a function at the edge of its range, such as a"
            + " root or a logarithm at 0, or for a learning rate that has driven the parameters"
            + " away");
    this.parameter = parameter;
    this.step = step;
  }

  /** The name of the first parameter whose gradient is not finite. */
  public String parameter() {
    return parameter;
  }

  /** The index of the update that was refused, counted from 0. */
  public long step() {
    return step;
  }
}
