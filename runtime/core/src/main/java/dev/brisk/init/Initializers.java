package dev.brisk.init;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Fills parameters with their first values. Random values are drawn in the order of the array, from
 * the generator that is given; the {@code float} overloads draw what the {@code double} ones draw,
 * and round.
 */
public final class Initializers {
  private Initializers() {}

  /**
   * The generator of one parameter's values. It depends on the seed and the parameter's index
   * alone, so that a parameter more, or one that needs no values, leaves the others as they were.
   *
   * @param seed of the trainer
   * @param parameterIndex position of the parameter in the order of declaration
   */
  public static SplittableRandom random(long seed, int parameterIndex) {
    // Generators whose seeds lie close to each other may overlap; what a generator draws is mixed,
    // so the seeds of two parameters, and those of two trainers, are far apart.
    long mixed = new SplittableRandom(seed).nextLong();
    return new SplittableRandom(new SplittableRandom(mixed + parameterIndex).nextLong());
  }

  /** Zero everywhere. */
  public static void zeros(double[] values) {
    constant(values, 0);
  }

  /** Zero everywhere. */
  public static void zeros(float[] values) {
    constant(values, 0);
  }

  /** The same value everywhere. */
  public static void constant(double[] values, double value) {
    Arrays.fill(values, value);
  }

  /** The same value everywhere, rounded. */
  public static void constant(float[] values, double value) {
    Arrays.fill(values, (float) value);
  }

  /**
   * Uniform in [{@code low}, {@code high}).
   *
   * @throws IllegalArgumentException unless {@code low < high}, both finite
   */
  public static void uniform(double[] values, double low, double high, SplittableRandom random) {
    requireInterval(low, high);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextDouble(low, high);
    }
  }

  /**
   * Uniform in [{@code low}, {@code high}), both rounded to {@code float}.
   *
   * @throws IllegalArgumentException unless {@code low < high}, both finite
   */
  public static void uniform(float[] values, double low, double high, SplittableRandom random) {
    requireInterval(low, high);
    float largest = Math.max((float) low, Math.nextDown((float) high));
    for (int i = 0; i < values.length; i++) {
      // A value next to the upper end would round up to it.
      values[i] = Math.min((float) random.nextDouble(low, high), largest);
    }
  }

  /**
   * Normal.
   *
   * @param standardDeviation finite and at least 0
   * @throws IllegalArgumentException if {@code mean} or {@code standardDeviation} is out of range
   */
  public static void normal(
      double[] values, double mean, double standardDeviation, SplittableRandom random) {
    requireMoments(mean, standardDeviation);
    for (int i = 0; i < values.length; i++) {
      values[i] = mean + standardDeviation * random.nextGaussian();
    }
  }

  /** As {@link #normal(double[], double, double, SplittableRandom)}, rounded. */
  public static void normal(
      float[] values, double mean, double standardDeviation, SplittableRandom random) {
    requireMoments(mean, standardDeviation);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (mean + standardDeviation * random.nextGaussian());
    }
  }

  /**
   * Uniform in [-a, a) with {@code a = sqrt(6 / (fanIn + fanOut))}: PyTorch's {@code
   * xavier_uniform_}. Glorot and Bengio, "Understanding the difficulty of training deep feedforward
   * neural networks", 2010.
   *
   * @param fanIn values that one output is computed from, positive
   * @param fanOut outputs that one value goes into, positive
   * @throws IllegalArgumentException if {@code fanIn} or {@code fanOut} is not positive
   */
  public static void xavier(double[] values, int fanIn, int fanOut, SplittableRandom random) {
    double limit = xavierLimit(fanIn, fanOut);
    uniform(values, -limit, limit, random);
  }

  /** As {@link #xavier(double[], int, int, SplittableRandom)}, rounded. */
  public static void xavier(float[] values, int fanIn, int fanOut, SplittableRandom random) {
    double limit = xavierLimit(fanIn, fanOut);
    uniform(values, -limit, limit, random);
  }

  /**
   * Normal with mean 0 and standard deviation {@code sqrt(2 / fanIn)}: PyTorch's {@code
   * kaiming_normal_} for relu. He et al., "Delving Deep into Rectifiers", 2015.
   *
   * @param fanIn values that one output is computed from, positive
   * @throws IllegalArgumentException if {@code fanIn} is not positive
   */
  public static void he(double[] values, int fanIn, SplittableRandom random) {
    normal(values, 0, heDeviation(fanIn), random);
  }

  /** As {@link #he(double[], int, SplittableRandom)}, rounded. */
  public static void he(float[] values, int fanIn, SplittableRandom random) {
    normal(values, 0, heDeviation(fanIn), random);
  }

  /**
   * The values that one output is computed from: the extents of all dimensions but the first,
   * multiplied; {@code n} of a shape {@code {n}}, and 1 of a scalar, {@code {}}.
   *
   * @param shape extents, each positive, outermost first
   * @throws IllegalArgumentException if an extent is not positive
   * @throws ArithmeticException if the product does not fit into an {@code int}
   */
  public static int fanIn(int... shape) {
    return product(shape, shape.length > 1 ? 0 : -1);
  }

  /**
   * The outputs that one value goes into: the extents of all dimensions but the second, multiplied;
   * 1 of a shape {@code {n}} and of a scalar, {@code {}}.
   *
   * @param shape extents, each positive, outermost first
   * @throws IllegalArgumentException if an extent is not positive
   * @throws ArithmeticException if the product does not fit into an {@code int}
   */
  public static int fanOut(int... shape) {
    return product(shape, shape.length > 1 ? 1 : 0);
  }

  private static int product(int[] shape, int without) {
    int product = 1;
    for (int d = 0; d < shape.length; d++) {
      requirePositive("shape[" + d + "]", shape[d]);
      if (d != without) {
        product = Math.multiplyExact(product, shape[d]);
      }
    }
    return product;
  }

  private static double xavierLimit(int fanIn, int fanOut) {
    requirePositive("fanIn", fanIn);
    requirePositive("fanOut", fanOut);
    return Math.sqrt(6 / ((double) fanIn + fanOut));
  }

  private static double heDeviation(int fanIn) {
    requirePositive("fanIn", fanIn);
    return Math.sqrt(2.0 / fanIn);
  }

  private static void requirePositive(String argument, int value) {
    if (value <= 0) {
      throw new IllegalArgumentException(argument + " is " + value + ", expected at least 1");
    }
  }

  private static void requireInterval(double low, double high) {
    if (!(low < high && high - low < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "low is " + low + " and high is " + high + ", expected finite values, low below high");
    }
  }

  private static void requireMoments(double mean, double standardDeviation) {
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean is " + mean + ", expected a finite value");
    }
    if (!(standardDeviation >= 0 && standardDeviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "standardDeviation is " + standardDeviation + ", expected a finite value of at least 0");
    }
  }
}
