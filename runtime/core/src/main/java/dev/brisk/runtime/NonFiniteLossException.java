package dev.brisk.runtime;

import java.util.Arrays;
import java.util.List;

/** The loss of a step is infinite or NaN. The step was refused: no parameter has changed. */
public final class NonFiniteLossException extends ArithmeticException {
  private static final long serialVersionUID = 1L;

  private final double loss;
  private final long step;

  private final int[] examples;

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
    this.examples = new int[0];
  }

  /**
   * Of an update that is monitored.
   *
   * @param size the number of its examples
   * @param examples those of them whose own loss is not finite
   */
  NonFiniteLossException(
      double loss, long step, double learningRate, int size, List<Integer> examples) {
    super(
        "the loss of step "
            + step
            + " is "
            + loss
            + " (learning rate "
            + learningRate
            + "); no parameter was changed. Of its "
            + size
            + " examples "
            + examples.size()
            + " by themselves have a loss that is not finite"
            + (examples.isEmpty() ? "" : ", the first is example " + examples.get(0)));
    this.loss = loss;
    this.step = step;
    this.examples = examples.stream().mapToInt(Integer::intValue).toArray();
  }

  /** The loss that is not finite. */
  public double loss() {
    return loss;
  }

  /** The index of the update that was refused, counted from 0. */
  public long step() {
    return step;
  }

  /**
   * The examples of the update whose own loss is not finite, as rows of those that were trained on;
   * looked for only where a {@link Monitor} watches, else empty.
   */
  public List<Integer> examples() {
    return Arrays.stream(examples).boxed().toList();
  }
}
