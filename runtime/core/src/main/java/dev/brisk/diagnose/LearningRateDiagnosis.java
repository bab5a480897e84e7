package dev.brisk.diagnose;

/**
 * What the losses of a training say of its learning rate. The first rule that holds decides:
 *
 * <ol>
 *   <li>any loss is infinite or NaN: {@link #TOO_HIGH_NON_FINITE};
 *   <li>of the last ten losses the largest is more than twice the smallest: {@link
 *       #TOO_HIGH_OSCILLATING};
 *   <li>there are more than fifty losses, and the last is less than a tenth below the first: {@link
 *       #MAYBE_TOO_LOW};
 *   <li>else {@link #REASONABLE}.
 * </ol>
 *
 * <p>Fewer than ten losses do not say that they oscillate, as a healthy training may halve its loss
 * at every epoch. Nor do ten of which one is negative, since a ratio of losses means something only
 * where zero is the least there is; a loss of zero beside a positive one is more than twice as
 * small. The improvement is measured by the absolute value of the first loss.
 *
 * <p>Losses may be those of epochs or of updates. Of small batches they differ more than twofold
 * from one to the next whatever the rate is: take means. {@link TrainingMonitor} looks at more than
 * losses, while the training runs.
 */
public enum LearningRateDiagnosis {
  /** A loss is infinite or NaN. */
  TOO_HIGH_NON_FINITE(
      "The learning rate is too high: a loss is not finite. Divide it by 10, let a @Warmup lead to it,"
          + " or clip gradients with @GradientClipping."),

  /** The last losses go up and down. */
  TOO_HIGH_OSCILLATING(
      "The learning rate is too high: the last ten losses differ by more than a factor of 2. Divide it"
          + " by 10, or let a @Schedule lower it."),

  /** The loss hardly falls. */
  MAYBE_TOO_LOW(
      "The learning rate may be too low: the loss has fallen by less than 10 %. Multiply it by 2 to"
          + " 10."),

  /** Nothing speaks against it. */
  REASONABLE("The learning rate is reasonable: nothing in the losses speaks against it.");

  private static final int RECENT = 10;
  private static final double RATIO = 2;
  private static final int MANY = 50;
  private static final double LEAST_IMPROVEMENT = 0.1;

  private final String advice;

  LearningRateDiagnosis(String advice) {
    this.advice = advice;
  }

  /** What is the matter, and what to do. */
  public String advice() {
    return advice;
  }

  /**
   * Judges a training.
   *
   * @param trainLosses in the order in which they came; at least one
   * @throws IllegalArgumentException if there are none
   */
  public static LearningRateDiagnosis of(double[] trainLosses) {
    if (trainLosses.length == 0) {
      throw new IllegalArgumentException("trainLosses is empty, expected at least 1");
    }
    for (double loss : trainLosses) {
      if (!Double.isFinite(loss)) {
        return TOO_HIGH_NON_FINITE;
      }
    }
    if (oscillates(trainLosses)) {
      return TOO_HIGH_OSCILLATING;
    }
    double first = trainLosses[0];
    double improvement = first - trainLosses[trainLosses.length - 1];
    return trainLosses.length > MANY && improvement < LEAST_IMPROVEMENT * Math.abs(first)
        ? MAYBE_TOO_LOW
        : REASONABLE;
  }

  private static boolean oscillates(double[] losses) {
    if (losses.length < RECENT) {
      return false;
    }
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = losses.length - RECENT; i < losses.length; i++) {
      least = Math.min(least, losses[i]);
      most = Math.max(most, losses[i]);
    }
    return least >= 0 && most > RATIO * least;
  }
}
