package dev.brisk.ops;

/**
 * Losses of one example. Each is followed by its derivatives, named after what they derive by.
 *
 * <p>Arguments that are out of the stated range are refused by the loss; derivatives are called
 * after it and do not look again. A NaN gives a NaN. The {@code float} overloads compute in {@code
 * double} and round the result once, the softmax aside. Nothing is allocated.
 */
public final class Losses {
  private static final double LN_2 = Math.log(2);

  private Losses() {}

  /**
   * Squared error, {@code (prediction - target)^2}, without a factor of one half: PyTorch's {@code
   * MSELoss} of one value.
   */
  public static double squared(
      @Derivative("squaredByPrediction") double prediction,
      @Derivative("squaredByTarget") double target) {
    double error = prediction - target;
    return error * error;
  }

  /** {@code 2 (prediction - target)}. */
  public static double squaredByPrediction(double prediction, double target) {
    return 2 * (prediction - target);
  }

  /** {@code 2 (target - prediction)}. */
  public static double squaredByTarget(double prediction, double target) {
    return 2 * (target - prediction);
  }

  /** As {@link #squared(double, double)}. */
  public static float squared(
      @Derivative("squaredByPrediction") float prediction,
      @Derivative("squaredByTarget") float target) {
    return (float) squared((double) prediction, (double) target);
  }

  /** As {@link #squaredByPrediction(double, double)}. */
  public static float squaredByPrediction(float prediction, float target) {
    return (float) squaredByPrediction((double) prediction, (double) target);
  }

  /** As {@link #squaredByTarget(double, double)}. */
  public static float squaredByTarget(float prediction, float target) {
    return (float) squaredByTarget((double) prediction, (double) target);
  }

  /**
   * Absolute error, {@code |prediction - target|}: PyTorch's {@code L1Loss} of one value. The
   * subgradient where both are equal is 0.
   */
  public static double absolute(
      @Derivative("absoluteByPrediction") double prediction,
      @Derivative("absoluteByTarget") double target) {
    return Math.abs(prediction - target);
  }

  /** The sign of {@code prediction - target}; 0 where both are equal. */
  public static double absoluteByPrediction(double prediction, double target) {
    return Math.signum(prediction - target);
  }

  /** The sign of {@code target - prediction}; 0 where both are equal. */
  public static double absoluteByTarget(double prediction, double target) {
    return Math.signum(target - prediction);
  }

  /** As {@link #absolute(double, double)}. */
  public static float absolute(
      @Derivative("absoluteByPrediction") float prediction,
      @Derivative("absoluteByTarget") float target) {
    return (float) absolute((double) prediction, (double) target);
  }

  /** As {@link #absoluteByPrediction(double, double)}. */
  public static float absoluteByPrediction(float prediction, float target) {
    return (float) absoluteByPrediction((double) prediction, (double) target);
  }

  /** As {@link #absoluteByTarget(double, double)}. */
  public static float absoluteByTarget(float prediction, float target) {
    return (float) absoluteByTarget((double) prediction, (double) target);
  }

  /**
   * Huber's loss of the error {@code e = prediction - target}: {@code e^2 / 2} where {@code |e| <=
   * delta}, {@code delta (|e| - delta / 2)} beyond. PyTorch's {@code HuberLoss} of one value; P.
   * Huber, "Robust Estimation of a Location Parameter", 1964.
   *
   * @param delta the error at which the loss becomes linear; positive
   * @throws IllegalArgumentException if {@code delta} is not positive
   */
  public static double huber(
      @Derivative("huberByPrediction") double prediction,
      @Derivative("huberByTarget") double target,
      double delta) {
    Range.positive("delta", delta);
    double error = Math.abs(prediction - target);
    return error <= delta ? 0.5 * error * error : delta * (error - 0.5 * delta);
  }

  /** The error, limited to [{@code -delta}, {@code delta}]. */
  public static double huberByPrediction(double prediction, double target, double delta) {
    return Math.max(-delta, Math.min(delta, prediction - target));
  }

  /** The error's negative, limited to [{@code -delta}, {@code delta}]. */
  public static double huberByTarget(double prediction, double target, double delta) {
    return Math.max(-delta, Math.min(delta, target - prediction));
  }

  /** As {@link #huber(double, double, double)}. */
  public static float huber(
      @Derivative("huberByPrediction") float prediction,
      @Derivative("huberByTarget") float target,
      float delta) {
    return (float) huber((double) prediction, (double) target, (double) delta);
  }

  /** As {@link #huberByPrediction(double, double, double)}. */
  public static float huberByPrediction(float prediction, float target, float delta) {
    return (float) huberByPrediction((double) prediction, (double) target, (double) delta);
  }

  /** As {@link #huberByTarget(double, double, double)}. */
  public static float huberByTarget(float prediction, float target, float delta) {
    return (float) huberByTarget((double) prediction, (double) target, (double) delta);
  }

  /**
   * Logarithm of the hyperbolic cosine of the error, {@code ln cosh(prediction - target)}: about
   * half the square of a small error, the absolute value less {@code ln 2} of a large one. Keras's
   * {@code LogCosh} of one value. Does not overflow, and is accurate to the last digits for small
   * errors too.
   */
  public static double logCosh(
      @Derivative("logCoshByPrediction") double prediction,
      @Derivative("logCoshByTarget") double target) {
    double error = Math.abs(prediction - target);
    if (error < 1) {
      // cosh e = 1 + 2 sinh^2(e / 2): nothing cancels near 0, as it does in the form below.
      double sinh = Math.sinh(0.5 * error);
      return Math.log1p(2 * sinh * sinh);
    }
    return error + Math.log1p(Math.exp(-2 * error)) - LN_2;
  }

  /** {@code tanh(prediction - target)}. */
  public static double logCoshByPrediction(double prediction, double target) {
    return Math.tanh(prediction - target);
  }

  /** {@code tanh(target - prediction)}. */
  public static double logCoshByTarget(double prediction, double target) {
    return Math.tanh(target - prediction);
  }

  /** As {@link #logCosh(double, double)}. */
  public static float logCosh(
      @Derivative("logCoshByPrediction") float prediction,
      @Derivative("logCoshByTarget") float target) {
    return (float) logCosh((double) prediction, (double) target);
  }

  /** As {@link #logCoshByPrediction(double, double)}. */
  public static float logCoshByPrediction(float prediction, float target) {
    return (float) logCoshByPrediction((double) prediction, (double) target);
  }

  /** As {@link #logCoshByTarget(double, double)}. */
  public static float logCoshByTarget(float prediction, float target) {
    return (float) logCoshByTarget((double) prediction, (double) target);
  }

  /**
   * Quantile (pinball) loss of {@code e = target - prediction}: {@code max(q e, (q - 1) e)}. Its
   * mean is least where the prediction is the {@code q}-quantile of the target. The subgradient
   * where both are equal is 0. Koenker and Bassett, "Regression Quantiles", 1978.
   *
   * @param q the quantile, in (0, 1)
   * @throws IllegalArgumentException if {@code q} is out of range
   */
  public static double quantile(
      @Derivative("quantileByPrediction") double prediction,
      @Derivative("quantileByTarget") double target,
      double q) {
    Range.fraction("q", q);
    double error = target - prediction;
    return Math.max(q * error, (q - 1) * error);
  }

  /** {@code -q} below the target, {@code 1 - q} above it, 0 where both are equal. */
  public static double quantileByPrediction(double prediction, double target, double q) {
    return -quantileByTarget(prediction, target, q);
  }

  /** {@code q} below the target, {@code q - 1} above it, 0 where both are equal. */
  public static double quantileByTarget(double prediction, double target, double q) {
    double sign = Math.signum(target - prediction);
    return sign < 0 ? q - 1 : q * sign;
  }

  /** As {@link #quantile(double, double, double)}. */
  public static float quantile(
      @Derivative("quantileByPrediction") float prediction,
      @Derivative("quantileByTarget") float target,
      float q) {
    return (float) quantile((double) prediction, (double) target, (double) q);
  }

  /** As {@link #quantileByPrediction(double, double, double)}. */
  public static float quantileByPrediction(float prediction, float target, float q) {
    return (float) quantileByPrediction((double) prediction, (double) target, (double) q);
  }

  /** As {@link #quantileByTarget(double, double, double)}. */
  public static float quantileByTarget(float prediction, float target, float q) {
    return (float) quantileByTarget((double) prediction, (double) target, (double) q);
  }

  /**
   * Hinge loss of a classifier with two classes, {@code max(0, 1 - label * score)}. At the kink,
   * {@code label * score = 1}, the subgradient is that of the sloping side, {@code -label}, as with
   * PyTorch's {@code clamp(min=0)}. Cortes and Vapnik, "Support-Vector Networks", 1995.
   *
   * @param label -1 or 1
   * @throws IllegalArgumentException if {@code label} is neither
   */
  public static double hinge(@Derivative("hingeByScore") double score, double label) {
    Range.sign("label", label);
    return Math.max(0, 1 - label * score);
  }

  /** {@code -label} where {@code label * score <= 1}, else 0. */
  public static double hingeByScore(double score, double label) {
    return label * score <= 1 ? -label : 0;
  }

  /** As {@link #hinge(double, double)}. */
  public static float hinge(@Derivative("hingeByScore") float score, float label) {
    return (float) hinge((double) score, (double) label);
  }

  /** As {@link #hingeByScore(double, double)}. */
  public static float hingeByScore(float score, float label) {
    return (float) hingeByScore((double) score, (double) label);
  }

  /**
   * Negative log-likelihood of a count under a Poisson distribution, less what does not depend on
   * the rate: {@code exp(logRate) - count * logRate}. PyTorch's {@code poisson_nll_loss} with
   * {@code log_input=True, full=False}. Infinite for a {@code logRate} above 709 ({@code float}:
   * 88), where {@code exp} overflows.
   *
   * @param logRate natural logarithm of the expected count
   * @param count at least 0
   * @throws IllegalArgumentException if {@code count} is negative
   */
  public static double poisson(@Derivative("poissonByLogRate") double logRate, double count) {
    Range.notNegative("count", count);
    return Math.exp(logRate) - count * logRate;
  }

  /** {@code exp(logRate) - count}. */
  public static double poissonByLogRate(double logRate, double count) {
    return Math.exp(logRate) - count;
  }

  /** As {@link #poisson(double, double)}. */
  public static float poisson(@Derivative("poissonByLogRate") float logRate, float count) {
    return (float) poisson((double) logRate, (double) count);
  }

  /** As {@link #poissonByLogRate(double, double)}. */
  public static float poissonByLogRate(float logRate, float count) {
    return (float) poissonByLogRate((double) logRate, (double) count);
  }

  /**
   * Cross-entropy of two classes, from the logit {@code x} of the first one: {@code -t ln s - (1 -
   * t) ln(1 - s)} with {@code s = 1 / (1 + exp(-x))}, computed as {@code max(x, 0) - x t + ln(1 +
   * exp(-|x|))}, which neither overflows nor takes the logarithm of 0. PyTorch's {@code
   * BCEWithLogitsLoss} of one value. It applies the sigmoid itself: the output of {@link
   * Ops#sigmoid(double)} is no logit.
   *
   * @param logit the score before the sigmoid, not a probability
   * @param target probability of the first class, in [0, 1]
   * @throws IllegalArgumentException if {@code target} is out of range
   */
  public static double binaryCrossEntropy(
      @Derivative("binaryCrossEntropyByLogit") double logit,
      @Derivative("binaryCrossEntropyByTarget") double target) {
    Range.probability("target", target);
    return Math.max(logit, 0) - logit * target + Math.log1p(Math.exp(-Math.abs(logit)));
  }

  /** {@code 1 / (1 + exp(-logit)) - target}. */
  public static double binaryCrossEntropyByLogit(double logit, double target) {
    double exponential = Math.exp(-Math.abs(logit));
    return (logit >= 0 ? 1 : exponential) / (1 + exponential) - target;
  }

  /** {@code -logit}. */
  public static double binaryCrossEntropyByTarget(double logit, double target) {
    return -logit;
  }

  /** As {@link #binaryCrossEntropy(double, double)}. */
  public static float binaryCrossEntropy(
      @Derivative("binaryCrossEntropyByLogit") float logit,
      @Derivative("binaryCrossEntropyByTarget") float target) {
    return (float) binaryCrossEntropy((double) logit, (double) target);
  }

  /** As {@link #binaryCrossEntropyByLogit(double, double)}. */
  public static float binaryCrossEntropyByLogit(float logit, float target) {
    return (float) binaryCrossEntropyByLogit((double) logit, (double) target);
  }

  /** As {@link #binaryCrossEntropyByTarget(double, double)}. */
  public static float binaryCrossEntropyByTarget(float logit, float target) {
    return -logit;
  }

  /**
   * Cross-entropy of several classes, from their logits {@code x}: {@code ln(sum_i exp(x_i)) -
   * x_label}, with the largest logit subtracted before every exponential. PyTorch's {@code
   * CrossEntropyLoss} of one example. It is the negative logarithm of the softmax at the label, and
   * applies the softmax itself: probabilities are no logits.
   *
   * @param logits one score per class, before the softmax
   * @param label the class of the example, in [0, {@code logits.length})
   * @throws IndexOutOfBoundsException if {@code label} is out of range
   */
  public static double softmaxCrossEntropy(
      @Derivative("softmaxCrossEntropyByLogits") double[] logits, int label) {
    return CrossEntropy.crossEntropy(logits, label);
  }

  /** Adds {@code upstream} times the softmax of the logits, less 1 at the label. */
  public static void softmaxCrossEntropyByLogits(
      double[] logits, int label, double upstream, double[] gradient) {
    CrossEntropy.addGradient(logits, label, upstream, gradient);
  }

  /**
   * As {@link #softmaxCrossEntropy(double[], int)}, with exponentials in single precision, each of
   * a rounded difference to the largest logit.
   */
  public static float softmaxCrossEntropy(
      @Derivative("softmaxCrossEntropyByLogits") float[] logits, int label) {
    return CrossEntropy.crossEntropy(logits, label);
  }

  /** As {@link #softmaxCrossEntropyByLogits(double[], int, double, double[])}. */
  public static void softmaxCrossEntropyByLogits(
      float[] logits, int label, float upstream, float[] gradient) {
    CrossEntropy.addGradient(logits, label, upstream, gradient);
  }
}
