package dev.brisk.ops;

/** Operations on the numbers of one example. */
public final class Ops {
  private Ops() {}

  /**
   * The index of the largest value; of the first one, where several are equal. A NaN counts as
   * larger than any number, as in PyTorch's {@code torch.argmax}. Not differentiable.
   *
   * @param values at least one
   * @return an index in [0, {@code values.length})
   * @throws IllegalArgumentException if there are no values
   */
  public static int argmax(double[] values) {
    requireValues(values.length);
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isNaN(values[i])) {
        return i;
      }
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  /** As {@link #argmax(double[])}. */
  public static int argmax(float[] values) {
    requireValues(values.length);
    int best = 0;
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        return i;
      }
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }

  private static void requireValues(int length) {
    if (length == 0) {
      throw new IllegalArgumentException("values has length 0, expected at least 1");
    }
  }
}
