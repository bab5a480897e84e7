package dev.brisk.ops;

/**
 * The standard normal distribution, accurate to double precision in both tails.
 *
 * <p>{@code erfc} is W. J. Cody's: "Rational Chebyshev Approximations for the Error Function",
 * Mathematics of Computation 23 (1969), one rational function for each of {@code |x| <= 0.46875},
 * up to 4, and beyond.
 */
final class NormalDistribution {
  private static final double SQRT_HALF = Math.sqrt(0.5);
  private static final double ONE_OVER_SQRT_PI = 1 / Math.sqrt(Math.PI);
  private static final double ONE_OVER_SQRT_TWO_PI = 1 / Math.sqrt(2 * Math.PI);

  private static final double CENTRE = 0.46875;
  private static final double TAIL = 4;

  /** From here on {@code erfc} is less than the smallest double. */
  private static final double VANISHED = 28;

  /** {@code erf(x) / x} in {@code x^2}, from the highest power down. */
  private static final double[] CENTRE_NUMERATOR = {
    1.85777706184603153e-1,
    3.16112374387056560e00,
    1.13864154151050156e02,
    3.77485237685302021e02,
    3.20937758913846947e03
  };

  private static final double[] CENTRE_DENOMINATOR = {
    1,
    2.36012909523441209e01,
    2.44024637934444173e02,
    1.28261652607737228e03,
    2.84423683343917062e03
  };

  /** {@code exp(x^2) erfc(x)} in {@code x}. */
  private static final double[] MIDDLE_NUMERATOR = {
    2.15311535474403846e-8,
    5.64188496988670089e-1,
    8.88314979438837594e00,
    6.61191906371416295e01,
    2.98635138197400131e02,
    8.81952221241769090e02,
    1.71204761263407058e03,
    2.05107837782607147e03,
    1.23033935479799725e03
  };

  private static final double[] MIDDLE_DENOMINATOR = {
    1,
    1.57449261107098347e01,
    1.17693950891312499e02,
    5.37181101862009858e02,
    1.62138957456669019e03,
    3.29079923573345963e03,
    4.36261909014324716e03,
    3.43936767414372164e03,
    1.23033935480374942e03
  };

  /** {@code x^2 (1 / sqrt(pi) - x exp(x^2) erfc(x))} in {@code 1 / x^2}. */
  private static final double[] TAIL_NUMERATOR = {
    1.63153871373020978e-2,
    3.05326634961232344e-1,
    3.60344899949804439e-1,
    1.25781726111229246e-1,
    1.60837851487422766e-2,
    6.58749161529837803e-4
  };

  private static final double[] TAIL_DENOMINATOR = {
    1,
    2.56852019228982242e00,
    1.87295284992346725e00,
    5.27905102951428412e-1,
    6.05183413124413191e-2,
    2.33520497626869185e-3
  };

  private NormalDistribution() {}

  /** The share of values below {@code x}, which is {@code erfc(-x / sqrt(2)) / 2}. */
  static double below(double x) {
    double scaled = Math.abs(x) * SQRT_HALF;
    if (scaled <= CENTRE) {
      double half = 0.5 * x * SQRT_HALF;
      return 0.5 + half * ratio(CENTRE_NUMERATOR, CENTRE_DENOMINATOR, scaled * scaled);
    }
    double beyond = scaled < VANISHED ? 0.5 * bell(x) * scaledErfc(scaled) : 0;
    return x < 0 ? beyond : 1 - beyond;
  }

  static double density(double x) {
    return ONE_OVER_SQRT_TWO_PI * bell(x);
  }

  /**
   * {@code exp(-x^2 / 2)}, where the rounding of {@code x^2} would otherwise be scaled up by it.
   */
  private static double bell(double x) {
    double size = Math.min(Math.abs(x), VANISHED * 2);
    double sixteenths = Math.rint(16 * size) / 16;
    return Math.exp(-0.5 * sixteenths * sixteenths)
        * Math.exp(-0.5 * (size - sixteenths) * (size + sixteenths));
  }

  /** {@code exp(x^2) erfc(x)}. */
  private static double scaledErfc(double x) {
    if (x <= TAIL) {
      return ratio(MIDDLE_NUMERATOR, MIDDLE_DENOMINATOR, x);
    }
    double inverse = 1 / (x * x);
    double correction = inverse * ratio(TAIL_NUMERATOR, TAIL_DENOMINATOR, inverse);
    return (ONE_OVER_SQRT_PI - correction) / x;
  }

  private static double ratio(double[] numerator, double[] denominator, double x) {
    return polynomial(numerator, x) / polynomial(denominator, x);
  }

  private static double polynomial(double[] coefficients, double x) {
    double value = coefficients[0];
    for (int i = 1; i < coefficients.length; i++) {
      value = value * x + coefficients[i];
    }
    return value;
  }
}
