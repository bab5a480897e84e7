package dev.brisk.ops;

/**
 * Operations on the numbers of one example. Each that is differentiable is followed by its
 * derivatives, named after what they derive by.
 *
 * <p>A NaN gives a NaN. The {@code float} overloads compute in {@code double} and round the result
 * once. Nothing is allocated. {@code tanh} is {@link Math#tanh(double)}.
 */
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

  /**
   * The logistic function, {@code 1 / (1 + exp(-x))}. Does not overflow. PyTorch's {@code
   * torch.sigmoid}.
   *
   * <p>Its logarithm is {@link #logSigmoid(double)}; the loss of a classifier with two classes is
   * {@link Losses#binaryCrossEntropy(double, double)}, which takes {@code x} itself.
   */
  public static double sigmoid(@Derivative("sigmoidByX") double x) {
    double exponential = Math.exp(-Math.abs(x));
    return (x >= 0 ? 1 : exponential) / (1 + exponential);
  }

  /** {@code exp(-|x|) / (1 + exp(-|x|))^2}, which is {@code s (1 - s)} of the sigmoid. */
  public static double sigmoidByX(double x) {
    double exponential = Math.exp(-Math.abs(x));
    return exponential / ((1 + exponential) * (1 + exponential));
  }

  /** As {@link #sigmoid(double)}. */
  public static float sigmoid(@Derivative("sigmoidByX") float x) {
    return (float) sigmoid((double) x);
  }

  /** As {@link #sigmoidByX(double)}. */
  public static float sigmoidByX(float x) {
    return (float) sigmoidByX((double) x);
  }

  /**
   * The logarithm of the sigmoid, {@code min(x, 0) - ln(1 + exp(-|x|))}, which neither overflows
   * nor takes the logarithm of 0. The logarithm of {@code 1 - sigmoid(x)} is {@code
   * logSigmoid(-x)}. PyTorch's {@code logsigmoid}.
   */
  public static double logSigmoid(@Derivative("logSigmoidByX") double x) {
    return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** {@code sigmoid(-x)}. */
  public static double logSigmoidByX(double x) {
    return sigmoid(-x);
  }

  /** As {@link #logSigmoid(double)}. */
  public static float logSigmoid(@Derivative("logSigmoidByX") float x) {
    return (float) logSigmoid((double) x);
  }

  /** As {@link #logSigmoidByX(double)}. */
  public static float logSigmoidByX(float x) {
    return (float) logSigmoidByX((double) x);
  }

  /**
   * A smooth {@link #relu(double)}, {@code ln(1 + exp(x))}, computed as {@code max(x, 0) + ln(1 +
   * exp(-|x|))}, which does not overflow. PyTorch's {@code softplus} with {@code beta = 1}, but
   * without its threshold: that gives {@code x} above 20, 2e-9 less.
   */
  public static double softplus(@Derivative("softplusByX") double x) {
    return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
  }

  /** {@code sigmoid(x)}. */
  public static double softplusByX(double x) {
    return sigmoid(x);
  }

  /** As {@link #softplus(double)}. */
  public static float softplus(@Derivative("softplusByX") float x) {
    return (float) softplus((double) x);
  }

  /** As {@link #softplusByX(double)}. */
  public static float softplusByX(float x) {
    return (float) softplusByX((double) x);
  }

  /**
   * The rectifier, {@code max(x, 0)}. The subgradient at 0 is 0. PyTorch's {@code relu}. ({@code
   * Math.max(x, 0)} is the same but for its subgradient at 0, which is 1/2.)
   */
  public static double relu(@Derivative("reluByX") double x) {
    return Math.max(x, 0);
  }

  /** 1 above 0, else 0. */
  public static double reluByX(double x) {
    return x > 0 ? 1 : 0;
  }

  /** As {@link #relu(double)}. */
  public static float relu(@Derivative("reluByX") float x) {
    return (float) relu((double) x);
  }

  /** As {@link #reluByX(double)}. */
  public static float reluByX(float x) {
    return (float) reluByX((double) x);
  }

  /**
   * A rectifier that lets a share of the negative side through, {@code x} above 0 and {@code slope
   * * x} elsewhere. The subgradient by {@code x} at 0 is {@code slope}. PyTorch's {@code
   * leaky_relu}, and its {@code prelu} where {@code slope} is a parameter.
   */
  public static double leakyRelu(
      @Derivative("leakyReluByX") double x, @Derivative("leakyReluBySlope") double slope) {
    return x > 0 ? x : slope * x;
  }

  /** 1 above 0, else {@code slope}. */
  public static double leakyReluByX(double x, double slope) {
    return x > 0 ? 1 : slope;
  }

  /** 0 above 0, else {@code x}. */
  public static double leakyReluBySlope(double x, double slope) {
    return x > 0 ? 0 : x;
  }

  /** As {@link #leakyRelu(double, double)}. */
  public static float leakyRelu(
      @Derivative("leakyReluByX") float x, @Derivative("leakyReluBySlope") float slope) {
    return (float) leakyRelu((double) x, (double) slope);
  }

  /** As {@link #leakyReluByX(double, double)}. */
  public static float leakyReluByX(float x, float slope) {
    return (float) leakyReluByX((double) x, (double) slope);
  }

  /** As {@link #leakyReluBySlope(double, double)}. */
  public static float leakyReluBySlope(float x, float slope) {
    return (float) leakyReluBySlope((double) x, (double) slope);
  }

  /**
   * The exponential linear unit, {@code x} above 0 and {@code exp(x) - 1} elsewhere. It has no
   * kink. PyTorch's {@code elu} with {@code alpha = 1}; Clevert, Unterthiner and Hochreiter, "Fast
   * and Accurate Deep Network Learning by Exponential Linear Units", 2015.
   */
  public static double elu(@Derivative("eluByX") double x) {
    return x > 0 ? x : Math.expm1(x);
  }

  /** 1 above 0, else {@code exp(x)}. */
  public static double eluByX(double x) {
    return x > 0 ? 1 : Math.exp(x);
  }

  /** As {@link #elu(double)}. */
  public static float elu(@Derivative("eluByX") float x) {
    return (float) elu((double) x);
  }

  /** As {@link #eluByX(double)}. */
  public static float eluByX(float x) {
    return (float) eluByX((double) x);
  }

  /**
   * The sigmoid linear unit or swish, {@code x sigmoid(x)}. PyTorch's {@code silu}; Hendrycks and
   * Gimpel, "Gaussian Error Linear Units", 2016.
   */
  public static double silu(@Derivative("siluByX") double x) {
    return x * sigmoid(x);
  }

  /** {@code s + x s (1 - s)} of the sigmoid {@code s}. */
  public static double siluByX(double x) {
    return sigmoid(x) + x * sigmoidByX(x);
  }

  /** As {@link #silu(double)}. */
  public static float silu(@Derivative("siluByX") float x) {
    return (float) silu((double) x);
  }

  /** As {@link #siluByX(double)}. */
  public static float siluByX(float x) {
    return (float) siluByX((double) x);
  }

  /**
   * The Gaussian error linear unit, {@code x P(Z <= x)} for a standard normal {@code Z}, which is
   * {@code x (1 + erf(x / sqrt(2))) / 2}: the exact form, not the one by {@code tanh}. PyTorch's
   * {@code gelu}; Hendrycks and Gimpel, "Gaussian Error Linear Units", 2016. Accurate to double
   * precision by Cody's approximations of {@code erfc} (1969).
   */
  public static double gelu(@Derivative("geluByX") double x) {
    return x * NormalDistribution.below(x);
  }

  /** {@code P(Z <= x) + x p(x)} with the density {@code p} of {@code Z}. */
  public static double geluByX(double x) {
    return NormalDistribution.below(x) + x * NormalDistribution.density(x);
  }

  /** As {@link #gelu(double)}. */
  public static float gelu(@Derivative("geluByX") float x) {
    return (float) gelu((double) x);
  }

  /** As {@link #geluByX(double)}. */
  public static float geluByX(float x) {
    return (float) geluByX((double) x);
  }

  private static void requireValues(int length) {
    if (length == 0) {
      throw new IllegalArgumentException("values has length 0, expected at least 1");
    }
  }
}
