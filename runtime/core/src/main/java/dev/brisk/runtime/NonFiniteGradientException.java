package dev.brisk.runtime;

import java.util.OptionalInt;

/**
 * The gradient of a step is infinite or NaN where it was to be clipped, is monitored, or was
 * computed elsewhere. The step was refused: no parameter has changed.
 */
public final class NonFiniteGradientException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private static final int UNKNOWN = -1;

  private final String parameter;
  private final int element;
  private final long step;

  /**
   * @param parameter the first one whose gradient is not finite
   * @param step the index of the update that was refused, counted from 0
   * @param learningRate the rate it would have used
   */
  public NonFiniteGradientException(String parameter, long step, double learningRate) {
    this(parameter, UNKNOWN, step, learningRate);
  }

  /**
   * @param element of the parameter, the first whose derivative is not finite, row-major
   */
  public NonFiniteGradientException(String parameter, int element, long step, double learningRate) {
    super(
        "the gradient of the parameter "
            + parameter
            + (element == UNKNOWN ? "" : ", at its element " + element + ",")
            + " is not finite in step "
            + step
            + " (learning rate "
            + learningRate
            + "); no parameter was changed. Look for a function at the edge of its range, such as a"
            + " root or a logarithm at 0, or for a learning rate that has driven the parameters"
            + " away");
    this.parameter = parameter;
    this.element = element;
    this.step = step;
  }

  /** The name of the first parameter whose gradient is not finite. */
  public String parameter() {
    return parameter;
  }

  /** The first element of it whose derivative is not finite; empty where nobody looked. */
  public OptionalInt element() {
    return element == UNKNOWN ? OptionalInt.empty() : OptionalInt.of(element);
  }

  /** The index of the update that was refused, counted from 0. */
  public long step() {
    return step;
  }
}
