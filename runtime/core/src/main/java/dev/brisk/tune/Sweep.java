package dev.brisk.tune;

import java.util.Arrays;

/**
 * The losses of a short run with a rising rate.
 *
 * @param losses of each step, before its update; of held-out examples after it
 * @param untrained what the same would be without any update, step by step
 * @param isCutShort whether the loss rose too far, or was not finite, before the last rate
 */
record Sweep(double[] losses, double[] untrained, boolean isCutShort) {
  int size() {
    return losses.length;
  }

  /** What training took off the loss of each step. */
  double[] gains() {
    double[] gains = new double[losses.length];
    Arrays.setAll(gains, i -> untrained[i] - losses[i]);
    return gains;
  }

  /** The loss before any update: the mean over all batches that were met. */
  double first() {
    return Arrays.stream(untrained).average().orElse(Double.NaN);
  }

  /**
   * The curve without the noise of batches, in {@code size} steps. A batch is easier than another
   * whatever the weights are, so each loss is measured by what its batch costs without training:
   * smoothed losses over smoothed losses without training, times the first loss. At small rates,
   * which change nothing, this is exactly the first loss. Where losses are not all above 0 it is
   * their difference.
   *
   * @param highest a bound, so that the last loss of a divergence does not reach far
   */
  double[] smoothed(Smoothing smoothing, int size, double highest) {
    double[] bounded = Arrays.stream(losses).limit(size).map(l -> Math.min(l, highest)).toArray();
    double[] trained = smoothing.of(bounded);
    double[] reference = smoothing.of(Arrays.copyOf(untrained, size));
    boolean isPositive =
        Arrays.stream(reference).allMatch(l -> l > 0)
            && Arrays.stream(trained).allMatch(l -> l > 0);
    double first = first();
    double[] smoothed = new double[size];
    for (int i = 0; i < size; i++) {
      smoothed[i] =
          isPositive ? first * (trained[i] / reference[i]) : first + (trained[i] - reference[i]);
    }
    return smoothed;
  }
}
