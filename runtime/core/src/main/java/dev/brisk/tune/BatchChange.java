package dev.brisk.tune;

import dev.brisk.ScalingRule;
import dev.brisk.runtime.BatchScale;

/**
 * A change of the number of examples of an update, and what it asks of the learning rate. With
 * {@code k = to / from}:
 *
 * <ul>
 *   <li>{@link ScalingRule#LINEAR}, for gradient descent with or without momentum: {@code k} times
 *       the rate. {@code k} small steps in about the same direction are one large step (Goyal et
 *       al., "Accurate, Large Minibatch SGD", 2017, section 2.1). Other settings stay, momentum
 *       too.
 *   <li>{@link ScalingRule#SQUARE_ROOT}: {@code sqrt(k)} times the rate, which keeps the variance
 *       of an update (Krizhevsky, "One weird trick for parallelizing convolutional neural
 *       networks", 2014, section 5). For Adam it is the rule that keeps the course of training, if
 *       {@link #beta} and {@link #epsilon} follow as well (Malladi et al., "On the SDEs and Scaling
 *       Rules for Adaptive Gradient Algorithms", 2022).
 * </ul>
 *
 * <p>{@link dev.brisk.BatchScaling} does the same to the rate at compile time. How far a rule holds
 * is a matter of the model and the data: {@link BatchScalingCheck} measures it.
 *
 * @param from examples of an update for which rate and settings are right, at least 1
 * @param to examples of an update to train with, at least 1
 * @param rule how the rate follows
 */
public record BatchChange(int from, int to, ScalingRule rule) {
  /** Epochs of gradual warm-up (Goyal et al., section 2.2). */
  public static final int WARMUP_EPOCHS = 5;

  /**
   * @throws IllegalArgumentException if {@code from} or {@code to} is below 1
   */
  public BatchChange {
    Limits.atLeast("from", from, 1);
    Limits.atLeast("to", to, 1);
  }

  /** What the rate is multiplied by. */
  public double factor() {
    return new BatchScale(from, rule).factor(to);
  }

  /**
   * The rate to train with.
   *
   * @param learningRate the one that is right for {@code from}, finite and above 0
   */
  public double learningRate(double learningRate) {
    Limits.positive("learningRate", learningRate);
    return learningRate * factor();
  }

  /**
   * The {@link dev.brisk.Warmup#startFactor()} of the gradual warm-up: it starts from the rate that
   * was right before. 1 where the rate does not grow.
   */
  public double startFactor() {
    return Math.min(1, 1 / factor());
  }

  /**
   * The {@link dev.brisk.Warmup#steps()} of the gradual warm-up, five epochs of updates; 0 where
   * the rate does not grow and none is needed. Early in training the gradient changes quickly, and
   * {@code k} steps are not like one.
   *
   * @param examples of an epoch, at least 1
   */
  public long warmupSteps(int examples) {
    return warmupSteps(examples, WARMUP_EPOCHS);
  }

  /**
   * As {@link #warmupSteps(int)}, for a warm-up of another length.
   *
   * @param epochs at least 0
   */
  public long warmupSteps(int examples, int epochs) {
    Limits.atLeast("examples", examples, 1);
    Limits.atLeast("epochs", epochs, 0);
    return factor() > 1 ? (long) epochs * ((examples - 1) / to + 1) : 0;
  }

  /**
   * {@code beta1} or {@code beta2} of Adam, so that its averages reach back over as many examples
   * as before: {@code 1 - k (1 - beta)}.
   *
   * @param beta the one that is right for {@code from}, in [0, 1)
   * @throws IllegalArgumentException if it is not, or nothing is left of it: the batch is too large
   */
  public double beta(double beta) {
    Limits.share("beta", beta);
    double scaled = 1 - (double) to / from * (1 - beta);
    if (scaled < 0) {
      throw new IllegalArgumentException(
          "to is "
              + to
              + ", expected at most "
              + (long) (from / (1 - beta))
              + " for a beta of "
              + beta);
    }
    return scaled;
  }

  /**
   * {@code epsilon} of Adam: {@code epsilon / sqrt(k)}, as the mean gradient of more examples is
   * smaller in that measure where noise prevails.
   *
   * @param epsilon the one that is right for {@code from}, finite and at least 0
   */
  public double epsilon(double epsilon) {
    if (!(epsilon >= 0 && epsilon < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "epsilon is " + epsilon + ", expected a finite value of at least 0");
    }
    return epsilon / Math.sqrt((double) to / from);
  }
}
