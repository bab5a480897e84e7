package dev.brisk.runtime;

/** The loss of a step is infinite or NaN. The step was refused: no parameter has changed. */
public final class NonFiniteLossException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private final double loss;
  private final long step;

  /**
   * @param loss the loss that is not finite
   * @param step the index of the update that was refused, counted from 0
   * @param learningRate the rate it would have used
   */
  public NonFiniteLossException(double loss, long step, double learningRate) {
    super(
        "the loss of step "
            + step
            + " is "
            + loss
            + " (learning rate "
            + learningRate
            + "); no parameter was changed. Look for a value out of range in the example, or for a"
            + " learning rate that has driven the parameters away");
    this.loss = loss;
    this.step = step;
  }

  /** The loss that is not finite. */
  public double loss() {
    return loss;
  }

  /** The index of the update that was refused, counted from 0. */
  public long step() {
    return step;
  }
}
